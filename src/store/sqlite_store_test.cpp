#include "store/sqlite_store.hpp"

#include <list>

#include <doctest/doctest.h>

#include "store/detail/store_contract.hpp"
#include "store/detail/test_folder.hpp"

namespace {

void check_contract(std::span<const store::ContractCase> cases) {
  for (const auto& contract : cases) {
    SUBCASE(contract.name) {
      std::list<store::TestFolder> folders;
      contract.check([&] {
        const auto& folder = folders.emplace_back().path;
        return [folder] { return store::open_sqlite(folder, {.ceiling = model::Tier::secret}); };
      });
    }
  }
}

}  // namespace

TEST_CASE("SQLite keeps the contract of a store") { check_contract(store::store_contract()); }

TEST_CASE("SQLite keeps the contract of accounts") { check_contract(store::accounts_contract()); }
TEST_CASE("SQLite keeps the contract of what stands beside records") {
  check_contract(store::beside_records_contract());
}

TEST_CASE("SQLite keeps the contract of consultations") {
  check_contract(store::consultations_contract());
}
