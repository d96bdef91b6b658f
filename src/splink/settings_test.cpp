#include "splink/settings.hpp"

#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "base/error.hpp"

namespace {

using nlohmann::json;

/// A model of version 5 with one comparison, to be changed by each test.
json model() {
  return json::parse(R"({
    "link_type": "dedupe_only", "probability_two_random_records_match": 0.01, "sql_dialect": "duckdb",
    "linker_uid": "abc", "em_convergence": 0.0001, "max_iterations": 25, "match_weight_column_prefix": "mw_",
    "unique_id_column_name": "urn", "additional_columns_to_retain": ["x"],
    "blocking_rules_to_generate_predictions": [{"blocking_rule": "l.a = r.a", "sql_dialect": "duckdb"}],
    "comparisons": [{"output_column_name": "a", "comparison_description": "ExactMatch", "comparison_levels": [
      {"sql_condition": "a_l IS NULL OR a_r IS NULL", "label_for_charts": "null", "is_null_level": true, "fix_m_probability": false},
      {"sql_condition": "a_l = a_r", "label_for_charts": "exact", "m_probability": 0.9, "u_probability": 0.1,
       "tf_adjustment_column": "a", "tf_adjustment_weight": 1.0, "tf_minimum_u_value": 0.001},
      {"sql_condition": "ELSE", "m_probability": 0.1, "u_probability": 0.9, "is_null_level": false}]}]})");
}

std::string refusal(const json& changed) {
  try {
    splink::read_settings(changed.dump());
  } catch (const base::Error& error) {
    return error.what();
  }
  return "read";
}

json written(const json& read, splink::Version version = splink::Version::as_read) {
  return json::parse(splink::write_settings(splink::read_settings(read.dump()), version));
}

bool says(const std::string& sentence, const char* part) {
  return sentence.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("what was read and written back is the same file") {
  CHECK(written(model()) == model());
  auto plain = model();
  plain["blocking_rules_to_generate_predictions"] = {"l.a = r.a", "l.b = r.b"};
  CHECK(written(plain) == plain);
  auto sparse = model();
  sparse.erase("unique_id_column_name");
  sparse.erase("probability_two_random_records_match");
  sparse["comparisons"][0]["comparison_levels"][1].erase("m_probability");
  CHECK(written(sparse) == sparse);
}

TEST_CASE("versions differ in the prefix, the rules and the fixed probabilities") {
  const auto three = written(model(), splink::Version::three),
             five = written(three, splink::Version::five);
  CHECK(three["bayes_factor_column_prefix"] == "bf_");
  CHECK_FALSE(three.contains("match_weight_column_prefix"));
  CHECK(three["blocking_rules_to_generate_predictions"] == json::array({"l.a = r.a"}));
  CHECK_FALSE(three["comparisons"][0]["comparison_levels"][0].contains("fix_m_probability"));
  CHECK(five["match_weight_column_prefix"] == "mw_");
  CHECK(five["blocking_rules_to_generate_predictions"] ==
        model()["blocking_rules_to_generate_predictions"]);
}

TEST_CASE("a file that is no Splink model gets a sentence") {
  const auto sentence = [](const std::string& text) {
    try {
      splink::read_settings(text);
    } catch (const base::Error& error) {
      return std::string(error.what());
    }
    return std::string("read");
  };
  CHECK(says(sentence("{"), "no JSON"));
  CHECK(says(sentence("[]"), "no JSON object"));
  CHECK(says(sentence("{}"), "this is no Splink model"));
  CHECK(says(sentence(std::string(100000, '[')), "nested too deeply"));
  CHECK(says(sentence(std::string(17 << 20, ' ')), "larger than 16 MB"));
}

TEST_CASE("a part that cannot be gets a sentence that names it") {
  const auto with = [](auto change) {
    auto changed = model();
    change(changed);
    return refusal(changed);
  };
  const auto level = [](json& changed, int i) -> json& {
    return changed["comparisons"][0]["comparison_levels"][i];
  };
  CHECK(says(with([](json& m) { m["link_type"] = "both"; }), "link_type \"both\""));
  CHECK(says(with([](json& m) { m["probability_two_random_records_match"] = 1; }),
             "between 0 and 1"));
  CHECK(says(with([](json& m) { m["comparisons"] = 3; }), "\"comparisons\" that is not a list"));
  CHECK(says(with([&](json& m) { level(m, 1)["sql_condition"] = "metaphone(a_l) = 'x'"; }),
             "the comparison \"a\" has the condition \"metaphone(a_l) = 'x'\""));
  CHECK(says(with([&](json& m) { level(m, 1)["m_probability"] = 0; }), "must be at least 1e-300"));
  CHECK(says(with([&](json& m) { level(m, 1)["u_probability"] = "many"; }), "not a number"));
  CHECK(says(with([&](json& m) { level(m, 2)["sql_condition"] = "a_l = a_r"; }),
             "does not end with an ELSE level"));
  CHECK(says(with([&](json& m) { level(m, 1)["sql_condition"] = "ELSE"; }),
             "ELSE level before its end"));
  CHECK(with([&](json& m) {
          level(m, 1)["m_probability"] = "level not observed in training dataset";
        }) == "read");
}
