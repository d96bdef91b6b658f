#include "questions/index.hpp"

#include <doctest/doctest.h>

#include "questions/detail/sketched.hpp"

using questions::Sketched;

TEST_CASE("an entity is found by its name, and by the name of any of its mentions") {
  const Sketched sketched({"2026-01-05 n: ann uses P1", "2026-02-05 n: ann uses P2"});
  const auto& index = sketched.index();
  for (const auto* word : {"ann", "P1", "P2"}) {
    CHECK(index.find(index.name(sketched[word])) == sketched[word]);
    CHECK(index.name(sketched[word]) ==
          name_of(index.picture().evidence, index.picture().entities, sketched[word]));
  }
  const auto& evidence = index.picture().evidence;
  for (const auto& record : evidence.records)
    CHECK(index.find(to_string(record.reference) + "-ann") == sketched["ann"]);
}

TEST_CASE("what no record speaks of has no entity") {
  const Sketched sketched({"2026-01-05 n: ann uses P1"});
  const auto& index = sketched.index();
  const auto name = index.name(sketched["ann"]);
  for (const std::string& unknown :
       std::vector<std::string>{"", "ann", name + "e", name.substr(0, 16), name.substr(0, 17),
                                "0000000000000000-ann", name.substr(1)}) {
    CHECK_FALSE(index.find(unknown));
  }
}

TEST_CASE("contacts stand in order of person, each with all ties of the two") {
  const Sketched sketched(
      {"2026-01-05 n: bob suspect_in C1 theft; ann suspect_in C1; cat suspect_in C1",
       "2026-02-05 n: ann uses P1; bob uses P1"});
  const auto& index = sketched.index();
  for (const auto* word : {"ann", "bob", "cat"}) {
    const auto contacts = index.contacts(sketched[word]);
    REQUIRE(contacts.size() == 2);
    CHECK(contacts[0].person < contacts[1].person);
  }
  CHECK(index.ties(*index.pair(sketched["bob"], sketched["ann"])).size() == 2);
  CHECK(index.ties(*index.pair(sketched["ann"], sketched["cat"])).size() == 1);
  CHECK(index.pair(sketched["ann"], sketched["P1"]) == nullptr);
  CHECK(index.memory_bytes() > 0);
}

TEST_CASE("who is protected, ranked or a member is known by person") {
  const Sketched sketched(
      {"2026-01-05 n: ann suspect_in C1 robbery; bob suspect_in C1; cat victim_of C1",
       "2026-01-06 n: bob suspect_in C2 robbery; dan suspect_in C2"});
  const auto& index = sketched.index();
  CHECK(index.is_protected(sketched["cat"]));
  CHECK_FALSE(index.is_protected(sketched["ann"]));
  CHECK(index.nominal(sketched["bob"]) == 0);
  CHECK_FALSE(index.nominal(sketched["cat"]));
  CHECK(index.networks(sketched["dan"]) == std::vector<std::uint32_t>{0});
}
