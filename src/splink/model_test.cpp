#include "splink/model.hpp"

#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "base/csv.hpp"
#include "base/error.hpp"

namespace {

std::string file(const std::string& name) {
  std::ifstream stream(RAPTOR_SOURCE_DIR "/tests/splink/" + name);
  REQUIRE(stream.good());
  std::stringstream text;
  text << stream.rdbuf();
  return text.str();
}

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(const std::string& text) {
  base::CsvReader reader(text, {});
  std::vector<std::string_view> cells;
  Rows rows;
  while (reader.next(cells)) rows.emplace_back(cells.begin(), cells.end());
  return rows;
}

/// The records of a table with a header whose first column is the id.
std::vector<splink::Record> records_of(const splink::Model& model, const Rows& rows) {
  std::vector<splink::Record> records;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    auto& record = records.emplace_back();
    record.id = rows[i][0];
    for (std::size_t c = 0; c < rows[i].size(); ++c) {
      record.cells.push_back(splink::read_cell(rows[i][c], model.type(c)));
    }
  }
  model.find_frequencies(records, {});
  return records;
}

std::string level(const std::string& condition, double m, double u, const std::string& more = "") {
  return "{\"sql_condition\": \"" + condition + "\", \"m_probability\": " + std::to_string(m) +
         ", \"u_probability\": " + std::to_string(u) + more + "}";
}

std::string model_of(const std::string& levels) {
  return R"({"link_type": "dedupe_only", "probability_two_random_records_match": 0.2, "comparisons":
             [{"output_column_name": "a", "comparison_levels": [
               {"sql_condition": "a_l IS NULL OR a_r IS NULL", "is_null_level": true}, )" +
         levels + "]}]}";
}

splink::Score score_of(const std::string& levels, const std::string& left, const std::string& right,
                       const splink::Frequencies& frequencies = {}) {
  const splink::Model model(splink::read_settings(model_of(levels)), {"id", "a"});
  auto records = records_of(model, {{"id", "a"}, {"1", left}, {"2", right}});
  model.find_frequencies(records, {{"a", frequencies}});
  return model.score(records[0], records[1]);
}

const std::string else_level = ", " + level("ELSE", 0.25, 0.5);

std::string refusal(const std::string& levels, const std::vector<std::string>& columns) {
  try {
    const splink::Model model(splink::read_settings(model_of(levels)), columns);
  } catch (const base::Error& error) {
    return error.what();
  }
  return "bound";
}

}  // namespace

// Made by tests/splink/make_rows.py, make_model.py and by_splink.py with Splink 5.0.0 on
// DuckDB 2.0.0; script/prove splink-scores does the same again on other rows.
TEST_CASE("scores and every part of them equal Splink's own") {
  const auto settings = splink::read_settings(file("library.json"));
  const auto rows = rows_of(file("rows.csv"));
  const splink::Model model(settings, rows[0]);
  const auto records = records_of(model, rows);
  const auto expected = rows_of(file("expected.csv"));
  std::map<std::string, const splink::Record*> by_id;
  for (const auto& record : records) by_id[record.id] = &record;
  REQUIRE(expected.size() == 401);
  for (std::size_t i = 1; i < expected.size(); ++i) {
    const auto& row = expected[i];
    CAPTURE(row[0]);
    CAPTURE(row[1]);
    const auto score = model.score(*by_id.at(row[0]), *by_id.at(row[1]));
    CHECK(std::fabs(score.weight - std::stod(row[2])) < 1e-9);
    CHECK(std::fabs(score.probability - std::stod(row[3])) < 1e-9);
    for (std::size_t c = 0; c < score.parts.size(); ++c) {
      CAPTURE(settings.comparisons[c].name);
      CHECK(score.parts[c].gamma == std::stoi(row[4 + 3 * c]));
      CHECK(std::fabs(score.parts[c].weight - std::stod(row[5 + 3 * c])) < 1e-9);
      CHECK(std::fabs(score.parts[c].term_frequency_weight - std::stod(row[6 + 3 * c])) < 1e-9);
    }
  }
}

TEST_CASE("a weight is the prior and log2(m / u) of the first level that is met") {
  const auto levels = level("a_l = a_r", 0.5, 0.125) + else_level;
  CHECK(score_of(levels, "x", "x").weight == doctest::Approx(-2 + 2));
  CHECK(score_of(levels, "x", "x").probability == doctest::Approx(0.5));
  CHECK(score_of(levels, "x", "y").weight == doctest::Approx(-2 - 1));
  CHECK(score_of(levels, "x", "y").parts[0].gamma == 0);
  CHECK(score_of(levels, "x", "").weight == doctest::Approx(-2));  // nothing known, nothing added
  CHECK(score_of(levels, "x", "").parts[0].gamma == -1);
}

TEST_CASE("a rare value adds, a common one takes off, the commoner of two counts") {
  const std::string adjusted = ", \"tf_adjustment_column\": \"a\"";
  const auto exact = level("a_l = a_r", 0.5, 0.125, adjusted) + else_level;
  const auto extra = [](const splink::Score& score) {
    return score.parts[0].term_frequency_weight;
  };
  CHECK(extra(score_of(exact, "x", "x", {{"x", 0.03125}})) == doctest::Approx(2));
  CHECK(extra(score_of(exact, "x", "x", {{"x", 0.5}})) == doctest::Approx(-2));
  CHECK(extra(score_of(exact, "x", "x", {{"other", 0.5}})) == 0);
  const auto fuzzy =
      level("a_l = a_r", 0.5, 0.125) + ", " +
      level("levenshtein(a_l, a_r) <= 1", 0.3, 0.2, adjusted + ", \"tf_adjustment_weight\": 0.5") +
      else_level;
  CHECK(extra(score_of(fuzzy, "x", "y", {{"x", 0.03125}, {"y", 0.0625}})) == doctest::Approx(0.5));
  CHECK(extra(score_of(fuzzy, "x", "y", {{"x", 0.03125}})) == doctest::Approx(1));
  const auto floored =
      level("a_l = a_r", 0.5, 0.125, adjusted + ", \"tf_minimum_u_value\": 0.0625") + else_level;
  CHECK(extra(score_of(floored, "x", "x", {{"x", 0.001}})) == doctest::Approx(1));
}

TEST_CASE("a level that was not trained has Splink's start values") {
  const std::string levels = R"({"sql_condition": "a_l = a_r"}, {"sql_condition": "ELSE"})";
  CHECK(score_of(levels, "x", "x").parts[0].weight == doctest::Approx(10));
  CHECK(score_of(levels, "x", "y").parts[0].weight == doctest::Approx(-5));
}

TEST_CASE("what does not fit the columns gets a sentence") {
  CHECK(refusal(level("a_l = a_r", 0.5, 0.1) + else_level, {"b"}) ==
        "the comparison \"a\" needs the column \"a\", which the files do not have; they have: b");
  CHECK(refusal(level("levenshtein(a_l, a_r) < 2", 0.5, 0.1, ", \"tf_adjustment_column\": \"a\"") +
                    else_level,
                {"a"})
            .find("has no exact-match level of that column") != std::string::npos);
  CHECK(refusal(level("a_l = a_r", 0.5, 0.1) + else_level, {"A"}) == "bound");  // as in SQL
}
