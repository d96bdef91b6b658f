#include "audit/payload.hpp"

#include <doctest/doctest.h>

#include "audit/leaf.hpp"

namespace {

const model::AuditEntry import_entry{.at = 1772000000,
                                     .actor = "ann",
                                     .operation = model::Operation::collection,
                                     .action = "import",
                                     .subject = "custody.csv",
                                     .reason = "tasking 7",
                                     .details = R"({"rows": 2})",
                                     .label = {.compartments = {"NIGHTJAR"}}};

}  // namespace

TEST_CASE("a payload is the same text for ever") {
  CHECK(audit::to_text(
            {.entry = {.at = 5, .actor = "ann", .operation = model::Operation::disclosure}}) ==
        R"({"at":5,"actor":"ann","operation":"disclosure","action":"","subject":"","reason":"",)"
        R"("details":"","label":"official_sensitive\u001d\u001d\u001dP\u001d"})");
  CHECK(audit::to_text({.entry = {}, .fact = audit::Fact{.name = "x", .records = 3}})
            .ends_with(R"("fact":{"kept":"batch","name":"x","digest":"","records":3,)"
                       R"("rejected":0}})"));
}

TEST_CASE("a payload can be read again") {
  const audit::Payload payload{
      .entry = import_entry,
      .fact = audit::Fact{.kept = audit::Kept::decision, .digest = "00", .records = 2}};
  const auto read = audit::payload_of_text(to_text(payload));
  REQUIRE(read);
  CHECK(audit::to_text(*read) == to_text(payload));
  CHECK(read->fact == payload.fact);
  CHECK(read->entry.label == import_entry.label);
}

TEST_CASE("what is no payload is nothing, and a label that cannot be read hides it") {
  for (const char* text : {"", "{", "[]", "{}", R"({"at":"x"})", "null"}) {
    CHECK_FALSE(audit::payload_of_text(text));
  }
  auto text = audit::to_text({.entry = import_entry});
  const auto at = text.find("NIGHTJAR");
  const auto read = audit::payload_of_text(text.erase(at + 8, 6));
  REQUIRE(read);
  CHECK(read->entry.label.tier == model::Tier::unreadable);
}

TEST_CASE("what is not UTF-8 does not stop the log") {
  auto entry = import_entry;
  entry.reason = "caf\xe9";
  CHECK(audit::payload_of_text(audit::to_text({.entry = entry}))->entry.reason ==
        "caf\xef\xbf\xbd");
}

TEST_CASE("a leaf commits to number, salt and payload") {
  audit::Salt salt{};
  const auto leaf = audit::leaf_of(7, salt, "payload");
  // Computed by Python's hashlib from the formula in trust.md 3.2.
  CHECK(base::to_hex(leaf) == "d9dcbe3abf412c95526a23b59dae3698995b5ab909724819dd5cfa4de9d901b4");
  CHECK(audit::leaf_of(8, salt, "payload") != leaf);
  CHECK(audit::leaf_of(7, salt, "payloae") != leaf);
  salt[31] = 1;
  CHECK(audit::leaf_of(7, salt, "payload") != leaf);
}
