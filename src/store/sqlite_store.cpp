#include "store/sqlite_store.hpp"

#include <optional>
#include <string>

#include <SQLiteCpp/Statement.h>
#include <sodium.h>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "store/detail/installation.hpp"
#include "store/detail/migrations.hpp"
#include "store/detail/sqlite_connections.hpp"
#include "store/detail/sqlite_consultation_log.hpp"
#include "store/detail/sqlite_errors.hpp"
#include "store/detail/sqlite_transaction.hpp"

namespace store {

namespace {

std::optional<std::string> meta(SQLite::Database& database, const char* name) {
  SQLite::Statement select(database, "SELECT value FROM meta WHERE name = ?");
  select.bind(1, name);
  if (!select.executeStep()) return {};
  return select.getColumn(0).getString();
}

/// What the database holds under that name; `first`, from then on, if it holds nothing.
std::string kept(SQLite::Database& database, const char* name, const std::string& first) {
  if (!meta(database, name)) {
    SQLite::Statement insert(database, "INSERT OR IGNORE INTO meta (name, value) VALUES (?, ?)");
    insert.bind(1, name);
    insert.bind(2, first.data(), static_cast<int>(first.size()));
    insert.exec();
  }
  return meta(database, name).value_or(first);
}

/// Database and key must belong together, and neither database stand in the other's place.
void check_key(SQLite::Database& database, const InstallationKey& key, std::string_view whose,
               const std::string& file) {
  const auto check = base::to_hex(base::hmac_sha256(key, base::bytes_of(whose)));
  if (kept(database, "key_check", check) == check) return;
  throw base::Error(base::Fault::unavailable, "installation.key does not belong to " + file +
                                                  "; restore both from the same backup");
}

class SqliteStore : public Store {
 public:
  SqliteStore(const std::filesystem::path& directory, const OpenOptions& options)
      : connections_(directory / "raptor.db", options.wait_for_writer_ms) {
    installation_.random = options.random;
    auto database = connections_.take();
    migrate(*database);
    // A database that knows of no key has named nothing yet: the first opening, or one cut short.
    const bool is_new = !meta(*database, "key_check");
    installation_.key =
        store::installation_key(directory / "installation.key", options.random, is_new);
    check_key(*database, installation_.key, "the key of this installation", "raptor.db");
    installation_.ceiling = ceiling_of(*database, options.ceiling);
    connections_.give_back(std::move(database));
    open_consultations(directory, options);
  }

  std::unique_ptr<Transaction> begin(Access access) override {
    return std::make_unique<SqliteTransaction>(connections_, installation_, access);
  }
  ConsultationLog& consultations() override { return *consultations_; }
  std::span<const std::uint8_t> installation_key() const override { return installation_.key; }
  model::Tier ceiling() const override { return installation_.ceiling; }

 private:
  /// It is set once.
  static model::Tier ceiling_of(SQLite::Database& database, model::Tier ceiling) {
    const auto tier =
        base::named<model::Tier>(kept(database, "ceiling", std::string(base::name_of(ceiling))));
    if (!tier) {
      throw base::Error(base::Fault::unavailable, "the store's ceiling cannot be read");
    }
    return *tier;
  }

  void open_consultations(const std::filesystem::path& directory, const OpenOptions& options) {
    const auto file = directory / "consultations.db";
    make_data_directory(directory, file);
    {
      SqliteConnections connections(file, options.wait_for_writer_ms);
      const auto database = connections.take();
      migrate(*database);
      check_key(*database, installation_.key, "the key of its consultations", "consultations.db");
    }
    consultations_ =
        std::make_unique<SqliteConsultationLog>(file, options.wait_for_writer_ms, installation_);
    installation_.consultations = consultations_.get();
  }

  SqliteConnections connections_;
  std::unique_ptr<SqliteConsultationLog> consultations_;
  Installation installation_;
};

}  // namespace

void fill_from_system(std::span<std::uint8_t> bytes) {
  randombytes_buf(bytes.data(), bytes.size());
}

std::unique_ptr<Store> open_sqlite(const std::filesystem::path& data_directory,
                                   const OpenOptions& options) {
  base::expect(sodium_init() >= 0, "libsodium to start");
  make_data_directory(data_directory, data_directory / "raptor.db");
  return in_words([&] { return std::make_unique<SqliteStore>(data_directory, options); });
}

}  // namespace store
