#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "model/jotting.hpp"
#include "model/record.hpp"
#include "model/reference.hpp"

namespace store {

/// Names the records of one batch that carry one label. The installation's key and what the names
/// depend on (source, file hash, label of the batch, label of the record) go once through
/// HMAC-SHA256 into a key of their own; each row then costs one BLAKE2b keyed with that, of which
/// the first 80 bits are the reference. So the same file under the same labels gives the same names
/// in one installation, and nobody without the key can tell anything from them.
class ReferenceMaker {
 public:
  ReferenceMaker(std::span<const std::uint8_t> installation_key, const model::Batch& batch,
                 const model::Label& label);
  model::Reference of_row(std::int64_t row) const;

 private:
  std::array<std::uint8_t, 32> key_;
};

/// One record's; for many of one batch and label keep a ReferenceMaker.
model::Reference reference_of(std::span<const std::uint8_t> installation_key,
                              const model::Batch& batch, const model::Label& label,
                              std::int64_t row);

/// The name of a whole batch: of source, file hash and label.
model::Reference reference_of(std::span<const std::uint8_t> installation_key,
                              const model::Batch& batch);

/// The name of a note or a view: of who wrote what of what, and when.
model::Reference reference_of(std::span<const std::uint8_t> installation_key,
                              const model::Jotting& jotting);

}  // namespace store
