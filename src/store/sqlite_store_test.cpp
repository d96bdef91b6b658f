#include "store/sqlite_store.hpp"

#include <list>

#include <doctest/doctest.h>

#include "store/detail/store_contract.hpp"
#include "store/detail/test_folder.hpp"

TEST_CASE("SQLite keeps the contract of a store") {
  for (const auto& contract : store::store_contract()) {
    SUBCASE(contract.name) {
      std::list<store::TestFolder> folders;
      contract.check([&] {
        const auto& folder = folders.emplace_back().path;
        return [folder] { return store::open_sqlite(folder, {.ceiling = model::Tier::secret}); };
      });
    }
  }
}
