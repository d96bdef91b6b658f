#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/enum_names.hpp"
#include "model/audit_entry.hpp"

namespace audit {

/// The things that an act can leave in the store.
enum class Kept {
  batch,
  withdrawn,
  restored,
  decision,
  frozen,
  erased_payload,
  account,
  consultations,
  correction,
  jotting
};

/// What an act left in the store, as the store itself adds it to the entry: the log can then be
/// held against the data, and who alters the data must alter the log.
struct Fact {
  Kept kept = Kept::batch;
  /// Of the batch (its reference), of the frozen text, of the entry erased, the user of the
  /// account; how many entries the log of consultations had.
  std::string name;
  std::string digest;  ///< of the content, in hexadecimal digits; empty where there is none
  std::int64_t records = 0, rejected = 0;  ///< of a batch
  auto operator<=>(const Fact&) const = default;
};

/// An audit entry as its leaf commits to it.
struct Payload {
  model::AuditEntry entry;
  std::optional<Fact> fact;
};

/// One line of JSON with its members in this order: at, actor, operation, action, subject, reason,
/// details (as text), label (its key), fact. What is not UTF-8 is replaced by U+FFFD.
std::string to_text(const Payload& payload);
/// Nothing if it is no such text.
std::optional<Payload> payload_of_text(std::string_view text);

}  // namespace audit

template <>
struct base::EnumNames<audit::Kept> {
  static constexpr std::array<std::string_view, 10> names = {
      "batch",          "withdrawn", "restored",      "decision",   "frozen",
      "erased_payload", "account",   "consultations", "correction", "jotting"};
};
