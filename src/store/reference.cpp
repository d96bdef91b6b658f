#include "store/reference.hpp"

#include <algorithm>
#include <string>

#include <sodium.h>

#include "base/digest.hpp"

namespace store {

namespace {

base::Digest subkey(std::span<const std::uint8_t> installation_key, const model::Batch& batch,
                    std::string_view purpose, std::string_view label_key) {
  std::string origin;
  base::append_framed(origin, purpose);
  base::append_framed(origin, batch.source);
  base::append_framed(origin, batch.file_sha256);
  base::append_framed(origin, model::to_key(batch.label));
  base::append_framed(origin, label_key);
  return base::hmac_sha256(installation_key, base::bytes_of(origin));
}

template <class Bytes>
model::Reference first_bits(const Bytes& bytes) {
  model::Reference reference;
  std::copy_n(bytes.begin(), reference.bytes.size(), reference.bytes.begin());
  return reference;
}

}  // namespace

ReferenceMaker::ReferenceMaker(std::span<const std::uint8_t> installation_key,
                               const model::Batch& batch, const model::Label& label)
    : key_(subkey(installation_key, batch, "record", model::to_key(label))) {}

model::Reference ReferenceMaker::of_row(std::int64_t row) const {
  std::array<std::uint8_t, 8> message;
  for (std::size_t i = 0; i < message.size(); ++i) {
    message[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(row) >> (56 - 8 * i));
  }
  std::array<std::uint8_t, crypto_generichash_BYTES_MIN> hash;
  crypto_generichash(hash.data(), hash.size(), message.data(), message.size(), key_.data(),
                     key_.size());
  return first_bits(hash);
}

model::Reference reference_of(std::span<const std::uint8_t> installation_key,
                              const model::Batch& batch, const model::Label& label,
                              std::int64_t row) {
  return ReferenceMaker(installation_key, batch, label).of_row(row);
}

model::Reference reference_of(std::span<const std::uint8_t> installation_key,
                              const model::Batch& batch) {
  return first_bits(subkey(installation_key, batch, "batch", ""));
}

model::Reference reference_of(std::span<const std::uint8_t> installation_key,
                              const model::Jotting& jotting) {
  std::string origin;
  base::append_framed(origin, "jotting");
  base::append_framed(origin, base::name_of(jotting.kind));
  for (const auto* text : {&jotting.about, &jotting.title, &jotting.text, &jotting.author})
    base::append_framed(origin, *text);
  base::append_framed(origin, std::to_string(jotting.written));
  return first_bits(base::hmac_sha256(installation_key, base::bytes_of(origin)));
}

}  // namespace store
