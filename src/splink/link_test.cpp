#include "splink/link.hpp"

#include <cmath>
#include <string>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "splink/blocking.hpp"

namespace {

struct Person {
  std::string id, first, last, source;
};

/// Equal names are worth 4 bits each, other ones -4; the prior is even.
splink::Settings settings(const std::string& rules, const std::string& type) {
  const auto comparison = [](const std::string& name) {
    return "{\"output_column_name\": \"" + name +
           "\", \"comparison_levels\": [{\"sql_condition\": \"" + name + "_l = " + name +
           "_r\", \"m_probability\": 0.8, \"u_probability\": 0.05}, {\"sql_condition\": \"ELSE\", "
           "\"m_probability\": 0.05, \"u_probability\": 0.8}]}";
  };
  return splink::read_settings("{\"link_type\": \"" + type +
                               "\", \"probability_two_random_records_match\": 0.5, "
                               "\"blocking_rules_to_generate_predictions\": [" +
                               rules + "], \"comparisons\": [" + comparison("first") + "," +
                               comparison("last") + "]}");
}

const std::vector<Person> people = {{"1", "ann", "lee", "x"},
                                    {"2", "ann", "lee", "y"},
                                    {"3", "ann", "ray", "y"},
                                    {"10", "bo", "ray", "x"},
                                    {"11", "", "ray", "x"}};

/// "pairs by rule; pairs with weights; entities", ids of each.
std::string linked(const std::string& rules, const std::string& type = "dedupe_only",
                   int threads = 2) {
  const splink::Model model(settings(rules, type), {"first", "last"});
  std::vector<splink::Record> records;
  for (const auto& person : people) {
    records.push_back({person.id,
                       type == "dedupe_only" ? "" : person.source,
                       {splink::read_cell(person.first, splink::Type::text),
                        splink::read_cell(person.last, splink::Type::text)},
                       {}});
  }
  splink::sort_records(records, model.settings().link_type);
  model.find_frequencies(records, {});
  const auto linkage = splink::link(model, records, 0.95, {threads});
  std::string text;
  for (auto count : linkage.pairs_of_rule) text += std::to_string(count) + " ";
  for (const auto& scored : linkage.pairs) {
    text += records[scored.pair.left].id + "-" + records[scored.pair.right].id + ":" +
            std::to_string(std::lround(scored.weight)) + " ";
  }
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (linkage.entity[i] != i) text += records[i].id + "=" + records[linkage.entity[i]].id + " ";
  }
  return text;
}

std::string refusal(const std::string& rules) {
  try {
    linked(rules);
  } catch (const base::Error& error) {
    return error.what();
  }
  return "linked";
}

}  // namespace

TEST_CASE("pairs come from the rules, each once, and joined records are components") {
  CHECK(linked("\"l.first = r.first\"") == "3 1-2:8 1-3:0 2-3:0 2=1 ");
  CHECK(linked("\"l.first = r.first\", \"l.last = r.last\"") ==
        "3 3 1-2:8 1-3:0 2-3:0 3-10:0 3-11:0 10-11:0 2=1 ");
  CHECK(linked("\"l.first = r.first\", \"l.last = r.last\"", "dedupe_only", 1) ==
        linked("\"l.first = r.first\", \"l.last = r.last\""));
  CHECK(linked("\"substr(l.first, 1, 1) = substr(r.first, 1, 1) and l.last <> r.last\"") ==
        "2 1-3:0 2-3:0 ");
  CHECK(linked("{\"blocking_rule\": \"l.first = r.last\"}") == "0 ");
}

TEST_CASE("link_only pairs sources with each other, link_and_dedupe everything") {
  CHECK(linked("\"l.first = r.first\"", "link_only") == "2 1-2:8 1-3:0 2=1 ");
  CHECK(linked("\"l.first = r.first\"", "link_and_dedupe") == "3 1-2:8 1-3:0 2-3:0 2=1 ");
}

TEST_CASE("a rule that cannot be looked up by gets a sentence that quotes it") {
  CHECK(
      refusal("\"l.first = r.first or l.last = r.last\"")
          .find("\"l.first = r.first or l.last = r.last\" has no equality between the two rows") !=
      std::string::npos);
  CHECK(refusal("\"1=1\"").find("\"1=1\" has no equality") != std::string::npos);
  CHECK(refusal("\"first_l = first_r\"").find("\"first_l = first_r\", which cannot be read") !=
        std::string::npos);
  CHECK(refusal("\"l.town = r.town\"").find("needs the column \"town\"") != std::string::npos);
  CHECK(refusal("").find("has no blocking_rules_to_generate_predictions") != std::string::npos);
  CHECK(refusal("{\"blocking_rule\": \"l.first = r.first\", \"arrays_to_explode\": [\"first\"]}")
            .find("explodes arrays") != std::string::npos);
}

TEST_CASE("ids that are all numbers are in order of their size") {
  std::vector<splink::Record> records;
  for (const auto* id : {"10", "9", "-1"}) records.push_back({id, "", {}, {}});
  splink::sort_records(records, splink::LinkType::dedupe_only);
  CHECK(records[0].id + records[1].id + records[2].id == "-1910");
  records[1].id = "x";
  splink::sort_records(records, splink::LinkType::dedupe_only);
  CHECK(records[1].id == "10");
}
