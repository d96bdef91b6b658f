#include "store/detail/audit_log.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include <SQLiteCpp/Statement.h>

#include "audit/leaf.hpp"
#include "base/digest.hpp"
#include "base/error.hpp"

namespace store {

namespace {

void save_meta(SQLite::Database& database, const char* name, std::string_view bytes) {
  SQLite::Statement insert(database, "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)");
  insert.bind(1, name);
  insert.bind(2, bytes.data(), static_cast<int>(bytes.size()));
  insert.exec();
}

std::string meta(SQLite::Database& database, const char* name) {
  SQLite::Statement select(database, "SELECT value FROM meta WHERE name = ?");
  select.bind(1, name);
  return select.executeStep() ? select.getColumn(0).getString() : std::string();
}

std::string_view text_of(std::span<const audit::Hash> hashes) {
  return {reinterpret_cast<const char*>(hashes.data()), hashes.size_bytes()};
}

}  // namespace

audit::Hash hash_of(const SQLite::Column& column) {
  audit::Hash hash{};
  if (column.getBytes() == static_cast<int>(hash.size())) {
    std::memcpy(hash.data(), column.getBlob(), hash.size());
  }
  return hash;
}

audit::Frontier& AuditLog::frontier() {
  if (frontier_) return *frontier_;
  const auto size_text = meta(database_, "audit_size");
  const auto subtrees_text = meta(database_, "audit_frontier");
  std::uint64_t size = 0;
  for (unsigned char byte : size_text) size = (size << 8U) | byte;
  std::vector<audit::Hash> subtrees(subtrees_text.size() / sizeof(audit::Hash));
  if (static_cast<std::size_t>(std::popcount(size)) != subtrees.size()) {
    throw base::Error(base::Fault::unavailable,
                      "the head of the audit log is damaged; restore the store from a backup");
  }
  for (std::size_t i = 0; i < subtrees.size(); ++i) {
    std::memcpy(subtrees[i].data(), &subtrees_text[i * sizeof(audit::Hash)], sizeof(audit::Hash));
  }
  return frontier_.emplace(size, std::move(subtrees));
}

void AuditLog::append(const audit::Payload& payload) {
  const auto number = frontier().size();
  const auto text = audit::to_text(payload);
  audit::Salt salt;
  random_(salt);
  const auto leaf = audit::leaf_of(number, salt, text);
  SQLite::Statement insert_leaf(database_, "INSERT INTO audit_leaf (number, leaf) VALUES (?, ?)");
  insert_leaf.bind(1, static_cast<std::int64_t>(number));
  insert_leaf.bind(2, leaf.data(), static_cast<int>(leaf.size()));
  insert_leaf.exec();
  SQLite::Statement insert_payload(
      database_, "INSERT INTO audit_payload (number, label, salt, payload) VALUES (?, ?, ?, ?)");
  insert_payload.bind(1, static_cast<std::int64_t>(number));
  insert_payload.bind(2, labels_.id_of(payload.entry.label, true).value);
  insert_payload.bind(3, salt.data(), static_cast<int>(salt.size()));
  insert_payload.bindNoCopy(4, text);
  insert_payload.exec();
  frontier().append(leaf);
  has_grown_ = true;
  last_at_ = payload.entry.at;
}

void AuditLog::note(const audit::TreeHead& consultations) {
  const auto size = std::to_string(consultations.size);
  if (consultations.size == 0 || meta(database_, "consultations_noted") == size) return;
  // How many there are is for custodians: it tells of what others do.
  append({.entry = {.at = last_at_,
                    .actor = "raptor",
                    .operation = model::Operation::administration,
                    .action = "note the log of consultations",
                    .label = {.tier = model::Tier::unreadable}},
          .fact = audit::Fact{.kept = audit::Kept::consultations,
                              .name = size,
                              .digest = base::to_hex(consultations.root)}});
  save_meta(database_, "consultations_noted", size);
}

void AuditLog::save_head() {
  std::string size;
  base::append_big_endian(size, frontier().size());
  save_meta(database_, "audit_size", size);
  save_meta(database_, "audit_frontier", text_of(frontier().subtrees()));
  const auto root = frontier().root();
  save_meta(database_, "audit_root", text_of(std::span(&root, 1)));
}

audit::TreeHead AuditLog::head() { return frontier().head(); }

std::vector<audit::Hash> AuditLog::leaves() {
  std::vector<audit::Hash> leaves;
  SQLite::Statement rows(database_, "SELECT leaf FROM audit_leaf ORDER BY number");
  while (rows.executeStep()) leaves.push_back(hash_of(rows.getColumn(0)));
  return leaves;
}

std::vector<NumberedEntry> AuditLog::entries(const access::Viewer& viewer, std::uint64_t first,
                                             std::uint64_t count_max) {
  std::vector<NumberedEntry> entries;
  SQLite::Statement rows(database_,
                         "SELECT number, payload FROM audit_payload WHERE number >= ? "
                         "AND label IN " +
                             labels_.visible(viewer) + " ORDER BY number");
  const auto last = static_cast<std::uint64_t>(INT64_MAX);
  rows.bind(1, static_cast<std::int64_t>(std::min(first, last)));
  while (entries.size() < count_max && rows.executeStep()) {
    const auto payload = audit::payload_of_text(rows.getColumn(1).getString());
    // The label that the leaf commits to decides too: the column beside it could be altered.
    if (!payload || !access::may_see(viewer, payload->entry.label)) continue;
    entries.push_back({static_cast<std::uint64_t>(rows.getColumn(0).getInt64()), payload->entry});
  }
  return entries;
}

void AuditLog::erase(std::uint64_t number) {
  SQLite::Statement select(database_, "SELECT payload FROM audit_payload WHERE number = ?");
  select.bind(1, static_cast<std::int64_t>(number));
  if (!select.executeStep()) throw base::Error(base::Fault::missing, "there is no such entry");
  const auto payload = audit::payload_of_text(select.getColumn(0).getString());
  if (!payload || payload->fact) {
    throw base::Error(base::Fault::conflict,
                      "what this entry speaks of is still in the store; it cannot be erased alone");
  }
  SQLite::Statement remove(database_, "DELETE FROM audit_payload WHERE number = ?");
  remove.bind(1, static_cast<std::int64_t>(number));
  remove.exec();
}

}  // namespace store
