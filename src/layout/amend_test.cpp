#include "layout/amend.hpp"

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "layout/derive.hpp"

namespace {

using model::Attribute;
using model::Remedy;

const layout::Reading& reading() {
  static const auto bound =
      layout::bind(layout::parse_layout(R"({"name": "n", "version": 1, "title": "t",
        "columns": {"ref": {}, "name": {}, "aka": {}, "born": {}, "phones": {}},
        "mentions": {
          "visit": {"noun": "incident", "always": true, "attributes": {"reference": "ref"}},
          "person": {"noun": "person", "attributes":
            {"name": "name", "alias": {"column": "aka", "split": ";"}, "date_of_birth": "born"}},
          "phone": {"noun": "phone", "each": {"column": "phones", "split": ";"}, "attributes": {"number": "phones"}}},
        "links": [{"from": "person", "to": "visit", "role": "mentioned_in"},
                  {"from": "person", "to": "phone", "role": "uses"}]})"),
                   std::vector<std::string>{"ref", "name", "aka", "born", "phones"});
  return bound;
}

model::Correction replaced(const std::string& slot, Attribute attribute, const std::string& was,
                           const std::string& becomes) {
  return {.value = {{{}, slot}, attribute, was}, .remedy = Remedy::replace, .becomes = becomes};
}
model::Correction ignored(const std::string& slot, Attribute attribute, const std::string& was) {
  return {.value = {{{}, slot}, attribute, was}, .remedy = Remedy::ignore};
}

// What a row says once corrected: "slot=value,value …" and the links. Another record stands before
// it, which must stay as it is.
std::string said(const std::vector<model::Correction>& corrections, std::size_t applied,
                 std::string_view row = "R1|Ann Lea|Annie;Al|1990-02-01|07700900001;07700900002") {
  model::Evidence evidence;
  layout::derive(reading(), base::split("R0|Ann Lea|Annie|1990-02-01|07700900001", '|'), 0,
                 evidence);
  const auto mentions = static_cast<std::uint32_t>(evidence.mentions.size());
  const auto links = evidence.links.size();
  layout::derive(reading(), base::split(row, '|'), 1, evidence);
  CHECK(layout::amend(reading(), mentions, links, corrections, evidence).size() == applied);
  CHECK(evidence.first(evidence.mentions[1], Attribute::name) == "Ann Lea");
  CHECK(evidence.first(evidence.mentions[2], Attribute::number) == "07700900001");
  std::string text;
  for (auto i = mentions; i < evidence.mentions.size(); ++i) {
    text += std::string(evidence.texts[evidence.mentions[i].slot]) + "=";
    for (const auto& value : evidence.values_of(evidence.mentions[i]))
      text += std::string(evidence.text(value)) + ",";
    text += " ";
  }
  for (auto i = links; i < evidence.links.size(); ++i) {
    for (auto end : {evidence.links[i].from, evidence.links[i].to})
      text += std::string(evidence.texts[evidence.mentions[end].slot]) + ".";
    text += " ";
  }
  return text;
}

constexpr const char* as_read =
    "visit=R1, person=Ann Lea,Annie,Al,1990-02-01, phone.1=07700900001, phone.2=07700900002, "
    "person.visit. person.phone.1. person.phone.2. ";

}  // namespace

TEST_CASE("a corrected value stands where the one that was read stood") {
  CHECK(said({}, 0) == as_read);
  CHECK(said({replaced("person", Attribute::date_of_birth, "1990-02-01", "1990-01-02")}, 1) ==
        "visit=R1, person=Ann Lea,Annie,Al,1990-01-02, phone.1=07700900001, phone.2=07700900002, "
        "person.visit. person.phone.1. person.phone.2. ");
  CHECK(said({replaced("phone.2", Attribute::number, "07700900002", "07700900003")}, 1) ==
        "visit=R1, person=Ann Lea,Annie,Al,1990-02-01, phone.1=07700900001, phone.2=07700900003, "
        "person.visit. person.phone.1. person.phone.2. ");
}

TEST_CASE("each correction is of what was read, not of what another puts in place") {
  CHECK(said({replaced("person", Attribute::alias, "Al", "Annie"),
              replaced("person", Attribute::alias, "Annie", "Anne")},
             2)
            .find("person=Ann Lea,Anne,Annie,") != std::string::npos);
  CHECK(said({replaced("person", Attribute::alias, "Al", "Annie"),
              ignored("person", Attribute::alias, "Annie")},
             2)
            .find("person=Ann Lea,Annie,1990") != std::string::npos);
}

TEST_CASE("an ignored value is as one that was never read") {
  CHECK(said({ignored("person", Attribute::alias, "Annie")}, 1) ==
        "visit=R1, person=Ann Lea,Al,1990-02-01, phone.1=07700900001, phone.2=07700900002, "
        "person.visit. person.phone.1. person.phone.2. ");
  // Without its number there is no phone; the other keeps its slot.
  CHECK(said({ignored("phone.1", Attribute::number, "07700900001")}, 1) ==
        "visit=R1, person=Ann Lea,Annie,Al,1990-02-01, phone.2=07700900002, "
        "person.visit. person.phone.2. ");
  // The row itself stays, whatever is ignored.
  CHECK(said({ignored("visit", Attribute::reference, "R1"),
              ignored("phone.1", Attribute::number, "07700900001"),
              ignored("phone.2", Attribute::number, "07700900002")},
             3) == "visit= person=Ann Lea,Annie,Al,1990-02-01, person.visit. ");
  CHECK(said({ignored("person", Attribute::name, "Ann Lea"),
              ignored("person", Attribute::alias, "Al"),
              ignored("person", Attribute::alias, "Annie")},
             3) == "visit=R1, phone.1=07700900001, phone.2=07700900002, ");
}

TEST_CASE("a correction of what is not there changes nothing") {
  CHECK(said({ignored("person", Attribute::name, "Ann Lee"),
              ignored("nobody", Attribute::name, "Ann Lea"),
              replaced("person", Attribute::town, "Ann Lea", "x")},
             0) == as_read);
}

TEST_CASE("a corrected value is read as the layout reads its column") {
  using layout::canonical_value;
  const auto order = base::DateOrder::day_month_year;
  CHECK(canonical_value(Attribute::date_of_birth, " 2/1/1990 ", order) == "1990-01-02");
  CHECK(canonical_value(Attribute::date_of_birth, "30/02/1990", order) == std::nullopt);
  CHECK(canonical_value(Attribute::latitude, "91", order) == std::nullopt);
  CHECK(canonical_value(Attribute::amount, "£1,200", order) == "1200");
  CHECK(canonical_value(Attribute::name, "  ", order) == std::nullopt);
  CHECK(layout::problem_of(Attribute::date_of_birth, order) ==
        "is no date in the calendar, read as day_month_year");
}
