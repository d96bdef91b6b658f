#include <doctest/doctest.h>

#include "store/detail/store_contract.hpp"

namespace store {

namespace {

using NewPlace = std::function<Place()>;
using model::Account;

const access::Viewer ann{.name = "ann"};
const access::Viewer nina{.name = "nina", .compartments = {"NIGHTJAR"}};
const access::Viewer nina_of_both{.name = "nina", .compartments = {"NIGHTJAR", "OTTER"}};
const model::AuditEntry entry{.at = 1772000000,
                              .actor = "jude",
                              .operation = model::Operation::administration,
                              .action = "change account"};
const Account ivy{.user = "ivy",
                  .display_name = "Ivy Marlow",
                  .roles = {"analyst", "researcher"},
                  .clearance = model::Tier::secret,
                  .compartments = {"NIGHTJAR", "OTTER"},
                  .groups = {"east"},
                  .is_custodian = true,
                  .must_change = true,
                  .epoch = 3,
                  .created = 5,
                  .changed = 6};

void save(Store& store, const Account& account, const std::optional<std::string>& hash) {
  const auto transaction = store.begin(Access::read_write);
  transaction->save(account, hash, entry);
  transaction->commit();
}

bool is_sound(Store& store) { return store.begin(Access::read_only)->verify_audit().is_sound(); }

void an_account_is_read_back(const NewPlace& new_place) {
  const auto place = new_place();
  auto store = place();
  CHECK(store->begin(Access::read_only)->accounts().empty());
  CHECK(store->begin(Access::read_only)->accounts_version() == 0);
  save(*store, ivy, "a hash");
  save(*store, {.user = "abe", .state = model::AccountState::disabled}, {});
  store.reset();
  store = place();
  const auto reading = store->begin(Access::read_only);
  CHECK(reading->account("ivy") == ivy);
  CHECK_FALSE(reading->account("Ivy"));
  CHECK(reading->password_hash("ivy") == "a hash");
  CHECK(reading->password_hash("abe") == "");
  CHECK(reading->password_hash("nobody") == "");
  const auto all = reading->accounts();
  REQUIRE(all.size() == 2);
  CHECK(all[0].user == "abe");
  CHECK(all[0].state == model::AccountState::disabled);
  CHECK(all[1] == ivy);
}

void an_account_is_changed_and_keeps_its_password(const NewPlace& new_place) {
  const auto store = new_place()();
  save(*store, ivy, "first");
  const auto version = store->begin(Access::read_only)->accounts_version();
  auto changed = ivy;
  changed.compartments = {};
  save(*store, changed, {});
  const auto reading = store->begin(Access::read_only);
  CHECK(reading->accounts_version() > version);
  CHECK(reading->account("ivy") == changed);
  CHECK(reading->password_hash("ivy") == "first");
  CHECK(reading->accounts().size() == 1);
  save(*store, changed, "second");
  CHECK(store->begin(Access::read_only)->password_hash("ivy") == "second");
  CHECK(is_sound(*store));
}

void a_change_of_account_undone_leaves_nothing(const NewPlace& new_place) {
  const auto store = new_place()();
  store->begin(Access::read_write)->save(ivy, "a hash", entry);
  CHECK(store->begin(Access::read_only)->accounts().empty());
  CHECK(store->begin(Access::read_only)->accounts_version() == 0);
}

// The name of an operation is a secret of its members, and so is who is one.
void the_entry_is_seen_by_who_holds_the_compartments(const NewPlace& new_place) {
  const auto store = new_place()();
  save(*store, {.user = "abe"}, "the hash of abe");
  save(*store, ivy, "the hash of ivy");
  auto changed = ivy;
  changed.compartments = {};
  save(*store, changed, {});
  const auto seen_by = [&](const access::Viewer& viewer) {
    return store->begin(Access::read_only)->audit_entries(viewer).size();
  };
  CHECK(seen_by(ann) == 1);
  CHECK(seen_by(nina) == 1);
  CHECK(seen_by(nina_of_both) == 3);
}

constexpr ContractCase cases[] = {
    {"an account is read back", an_account_is_read_back},
    {"an account is changed and keeps its password", an_account_is_changed_and_keeps_its_password},
    {"a change of account undone leaves nothing", a_change_of_account_undone_leaves_nothing},
    {"the entry is seen by who holds the compartments",
     the_entry_is_seen_by_who_holds_the_compartments},
};

}  // namespace

std::span<const ContractCase> accounts_contract() { return cases; }

}  // namespace store
