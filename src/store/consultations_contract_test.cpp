#include <atomic>
#include <map>
#include <thread>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "store/detail/store_contract.hpp"
#include "store/detail/test_batch.hpp"

namespace store {

namespace {

using NewPlace = std::function<Place()>;

const access::Viewer ann{.name = "ann"};
const access::Viewer nina{.name = "nina", .compartments = {"NIGHTJAR"}};
const access::Viewer custodian{.name = "cus", .is_custodian = true};
const model::AuditEntry entry{.at = 1772000000, .actor = "ann", .action = "search"};

void log_some(Store& store, int count) {
  for (int i = 0; i < count; ++i) store.consultations().log(entry);
}

void check_is_sound(Store& store) {
  for (const auto& finding : store.begin(Access::read_only)->verify_audit().findings) {
    FAIL_CHECK(finding.sentence);
  }
}

void consultations_are_kept_and_seen_by_label(const NewPlace& new_place) {
  const auto place = new_place();
  auto store = place();
  CHECK(store->consultations().head().size == 0);
  log_some(*store, 2);
  store->consultations().log({.actor = "nina", .label = {.compartments = {"NIGHTJAR"}}});
  store.reset();
  store = place();
  auto& log = store->consultations();
  CHECK(log.head() == audit::TreeHead{3, audit::root_of(log.leaves())});
  REQUIRE(log.entries(ann).size() == 2);
  CHECK(log.entries(ann)[1].entry.at == entry.at);
  CHECK(log.entries(ann)[1].entry.action == "search");
  CHECK(log.entries(nina).size() == 3);
  CHECK(log.entries(nina, 2)[0].entry.actor == "nina");
  CHECK(store->begin(Access::read_only)->audit_entries(nina).empty());
  CHECK(store->begin(Access::read_only)->verify_audit().consultations_head == log.head());
  check_is_sound(*store);
}

void consulting_does_not_wait_for_writers(const NewPlace& new_place) {
  const auto store = new_place()();
  const auto importing = store->begin(Access::read_write);
  import(*importing, {.rows = { { {}, "a" } }});
  log_some(*store, 3);  // would wait for ever
  CHECK(store->consultations().head().size == 3);
  importing->commit();
  check_is_sound(*store);
}

void many_consult_at_the_same_time(const NewPlace& new_place) {
  const auto store = new_place()();
  std::vector<std::thread> threads;
  std::atomic<int> logged = 0;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&, i] {
      for (int j = 0; j < 25; ++j) {
        store->consultations().log({.at = j, .actor = std::to_string(i)});
        ++logged;
        if (j % 5 == 0) CHECK(store->consultations().head().size >= static_cast<unsigned>(j));
      }
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(logged == 200);
  std::map<std::string, base::Seconds> next;
  for (const auto& [number, each] : store->consultations().entries(ann)) {
    CHECK(each.at == next[each.actor]++);  // each thread's in its own order
  }
  CHECK(next.size() == 8);
  check_is_sound(*store);
}

void what_may_not_be_kept_is_refused_alone(const NewPlace& new_place) {
  const auto store = new_place()();
  CHECK_THROWS_AS(store->consultations().log({.label = {.tier = model::Tier::top_secret}}),
                  base::Error);
  log_some(*store, 1);
  CHECK(store->consultations().head().size == 1);
}

void the_log_of_acts_keeps_the_head_for_custodians(const NewPlace& new_place) {
  const auto store = new_place()();
  const auto act = [&] {
    const auto transaction = store->begin(Access::read_write);
    transaction->log(entry);
    transaction->commit();
    return store->begin(Access::read_only)->audit_head().size;
  };
  CHECK(act() == 1);  // nobody has consulted anything
  log_some(*store, 2);
  CHECK(act() == 3);
  CHECK(act() == 4);  // no more than before
  log_some(*store, 1);
  CHECK(act() == 6);
  const auto reading = store->begin(Access::read_only);
  CHECK(reading->audit_entries(ann).size() == 4);
  CHECK(reading->audit_entries(custodian).size() == 6);
  check_is_sound(*store);
}

constexpr ContractCase cases[] = {
    {"consultations are kept, and seen by label", consultations_are_kept_and_seen_by_label},
    {"consulting does not wait for writers", consulting_does_not_wait_for_writers},
    {"many consult at the same time", many_consult_at_the_same_time},
    {"what may not be kept is refused alone", what_may_not_be_kept_is_refused_alone},
    {"the log of acts keeps the head, for custodians",
     the_log_of_acts_keeps_the_head_for_custodians},
};

}  // namespace

std::span<const ContractCase> consultations_contract() { return cases; }

}  // namespace store
