#include "store/detail/content_digest.hpp"

#include <array>
#include <cstring>

#include "base/date.hpp"
#include "base/digest.hpp"

namespace store {

ContentDigest::ContentDigest() { crypto_generichash_init(&state_, nullptr, 0, 32); }

void ContentDigest::add_bytes(const void* bytes, std::size_t size) {
  crypto_generichash_update(&state_, static_cast<const unsigned char*>(bytes), size);
}

void ContentDigest::add(std::string_view text) {
  add(static_cast<std::int64_t>(text.size()));
  add_bytes(text.data(), text.size());
}

void ContentDigest::add(std::int64_t number) {
  std::array<unsigned char, 8> bytes;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] = static_cast<unsigned char>(static_cast<std::uint64_t>(number) >> (8 * i));
  }
  add_bytes(bytes.data(), bytes.size());
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
  records_.add(static_cast<std::int64_t>(batch.header.size()));
  for (const auto& column : batch.header) records_.add(column);
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
  const auto grade = record.grading ? 1 + 5 * static_cast<std::int64_t>(record.grading->source) +
                                          static_cast<std::int64_t>(record.grading->assessment)
                                    : 0;
  std::string numbers;
  const auto append = [&](std::int64_t number) {
    base::append_big_endian(numbers, static_cast<std::uint64_t>(number));
  };
  append(record.row);
  append(grade);
  append(record.happened.has_value());
  append(record.happened.value_or(0));
  append(record.recorded.has_value());
  append(record.recorded.value_or(0));
  append(static_cast<std::int64_t>(record.retention));
  records_.add(numbers);
  records_.add(record.cells);
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

std::string digest_of_frozen(std::string_view name, std::string_view text) {
  ContentDigest digest;
  digest.add("frozen");
  digest.add(name);
  digest.add(text);
  return digest.hex();
}

}  // namespace store
