#include "store/detail/content_digest.hpp"

#include <array>

#include "base/date.hpp"
#include "base/digest.hpp"
#include "base/error.hpp"
#include "store/detail/rows.hpp"

namespace store {

ContentDigest::ContentDigest() { crypto_generichash_init(&state_, nullptr, 0, 32); }

void ContentDigest::add_bytes(const void* bytes, std::size_t size) {
  crypto_generichash_update(&state_, static_cast<const unsigned char*>(bytes), size);
}

void ContentDigest::add(std::string_view text) {
  add(static_cast<std::int64_t>(text.size()));
  add_bytes(text.data(), text.size());
}

void ContentDigest::add(std::int64_t number) { add(std::span(&number, 1)); }

void ContentDigest::add(std::span<const std::int64_t> numbers) {
  std::array<unsigned char, 64> bytes;
  base::expect(numbers.size() <= bytes.size() / 8, "at most eight numbers at a time");
  std::size_t used = 0;
  for (auto number : numbers) {
    for (int shift = 0; shift < 64; shift += 8) {
      bytes[used++] = static_cast<unsigned char>(static_cast<std::uint64_t>(number) >> shift);
    }
  }
  add_bytes(bytes.data(), used);
}

std::string ContentDigest::hex() {
  base::Digest digest;
  crypto_generichash_final(&state_, digest.data(), digest.size());
  return base::to_hex(digest);
}

BatchDigest::BatchDigest(const model::Batch& batch) {
  records_.add("batch");
  for (const auto* text : {&batch.source, &batch.force, &batch.layout, &batch.layout_text,
                           &batch.file_name, &batch.file_sha256, &batch.imported_by}) {
    records_.add(*text);
  }
  records_.add(batch.layout_version);
  records_.add(batch.imported);
  records_.add(header_text(batch));
  records_.add(model::to_key(batch.label));
  const auto& basis = batch.legal_basis;
  for (const auto* text : {&basis.basis, &basis.authorisation, &basis.purpose}) records_.add(*text);
  records_.add(basis.expires ? base::to_string(*basis.expires) : std::string());
  records_.add(static_cast<std::int64_t>(basis.may_hold_privileged));
}

void BatchDigest::add(const model::Record& record, std::string_view label_key) {
  if (label_key != last_label_key_) {
    records_.add(std::int64_t{-1});
    records_.add(label_key);
    last_label_key_ = label_key;
  }
  // One update for all the numbers: an import spends its time here.
  const auto grade = record.grading ? 1 + packed(*record.grading) : 0;
  const std::int64_t numbers[] = {record.row,
                                  grade,
                                  record.happened.has_value(),
                                  record.happened.value_or(0),
                                  record.recorded.has_value(),
                                  record.recorded.value_or(0),
                                  static_cast<std::int64_t>(record.retention),
                                  static_cast<std::int64_t>(record.cells.size())};
  records_.add(numbers);
  records_.add_bytes(record.cells.data(), record.cells.size());
}

void BatchDigest::add(const model::RejectedRow& row) {
  rejected_.add(row.row);
  rejected_.add(row.line);
  for (const auto* text : {&row.column, &row.reason, &row.cells}) rejected_.add(*text);
}

std::string BatchDigest::hex() {
  records_.add(rejected_.hex());
  return records_.hex();
}

std::string digest_of(const model::Decision& decision) {
  ContentDigest digest;
  digest.add("decision");
  for (const auto* mention : {&decision.left, &decision.right}) {
    digest.add(model::to_string(mention->record));
    digest.add(mention->slot);
  }
  digest.add(base::name_of(decision.verdict));
  digest.add(decision.decided_by);
  digest.add(decision.reason);
  digest.add(decision.decided);
  digest.add(model::to_key(decision.label));
  return digest.hex();
}

std::string digest_of(const model::Correction& correction) {
  ContentDigest digest;
  digest.add("correction");
  digest.add(model::to_string(correction.value.mention.record));
  digest.add(correction.value.mention.slot);
  digest.add(base::name_of(correction.value.attribute));
  digest.add(correction.value.was);
  digest.add(base::name_of(correction.remedy));
  for (const auto* text : {&correction.becomes, &correction.decided_by, &correction.reason})
    digest.add(*text);
  digest.add(correction.decided);
  digest.add(model::to_key(correction.label));
  return digest.hex();
}

std::string digest_of(const model::Jotting& jotting) {
  ContentDigest digest;
  digest.add("jotting");
  digest.add(model::to_string(jotting.name));
  digest.add(base::name_of(jotting.kind));
  digest.add(static_cast<std::int64_t>(jotting.is_withdrawal));
  digest.add(base::name_of(jotting.subject));
  digest.add(jotting.about);
  digest.add(base::name_of(jotting.sharing));
  for (const auto* text : {&jotting.title, &jotting.text, &jotting.author}) digest.add(*text);
  digest.add(jotting.written);
  digest.add(model::to_key(jotting.label));
  return digest.hex();
}

std::string digest_of_frozen(std::string_view name, std::string_view text) {
  ContentDigest digest;
  digest.add("frozen");
  digest.add(name);
  digest.add(text);
  return digest.hex();
}

}  // namespace store
