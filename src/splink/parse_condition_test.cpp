#include "splink/parse_condition.hpp"

#include <map>
#include <string>

#include <doctest/doctest.h>

#include "base/error.hpp"

namespace {

using splink::Naming;
using Cells = std::map<std::string, std::string>;

/// Binds columns to places in alphabetical order; "#amount" would be a number by its name.
struct Rows {
  std::vector<splink::Value> left, right;
  std::map<std::string, std::size_t> place;
};

Rows rows_of(const Cells& left, const Cells& right) {
  Rows rows;
  for (const auto& [column, cell] : left) {
    const auto type = column == "phones"   ? splink::Type::list
                      : column == "amount" ? splink::Type::number
                                           : splink::Type::text;
    rows.place[column] = rows.left.size();
    rows.left.push_back(splink::read_cell(cell, type));
    rows.right.push_back(splink::read_cell(right.at(column), type));
  }
  return rows;
}

/// "true", "false", "null", or the value as text.
std::string value_of(const std::string& sql, const Cells& left, const Cells& right) {
  auto expression = splink::parse_condition(sql, Naming::suffixed, "the comparison x");
  const auto rows = rows_of(left, right);
  splink::for_each_part(expression, [&](splink::Expression& part) {
    if (part.form == splink::Expression::Form::column) part.slot = rows.place.at(part.column);
  });
  splink::Scope scope{&rows.left, &rows.right, {}};
  const auto value = splink::evaluate(expression, scope);
  return value.is_null() ? "null" : splink::as_text(value);
}

std::string names(const std::string& sql, const std::string& left, const std::string& right) {
  return value_of(sql, {{"a", left}}, {{"a", right}});
}

std::string constant(const std::string& sql) { return value_of(sql, {}, {}); }

std::string refusal(const std::string& sql, Naming naming = Naming::suffixed) {
  try {
    splink::parse_condition(sql, naming, "the comparison x");
  } catch (const base::Error& error) {
    return error.what();
  }
  return "read";
}

}  // namespace

TEST_CASE("conditions of Splink's comparison library mean what DuckDB makes of them") {
  CHECK(names("\"a_l\" = \"a_r\"", "lee", "lee") == "true");
  CHECK(names("\"a_l\" = \"a_r\"", "lee", "Lee") == "false");
  CHECK(names("\"a_l\" = \"a_r\"", "lee", "") == "null");
  CHECK(names("\"a_l\" IS NULL OR \"a_r\" IS NULL", "lee", "") == "true");
  CHECK(names("jaro_winkler_similarity(a_l, a_r) >= 0.88", "martha", "marhta") == "true");
  CHECK(names("levenshtein(a_l::VARCHAR, CAST(a_r AS TEXT)) <= 1", "ann", "anne") == "true");
  CHECK(names("damerau_levenshtein(a_l, a_r)", "ca", "abc") == "2");
  CHECK(names("SUBSTR(a_l,1,3) = substring(a_r, 1, 3)", "zoëlle", "zoë") == "true");
  CHECK(names("NULLIF(regexp_extract(a_l, '^[^@]+', 0), '') = NULLIF(regexp_extract(a_r, '^[^@]+', "
              "0), '')",
              "ann@x.example", "ann@y.example") == "true");
  CHECK(names("NULLIF(regexp_extract(a_l, '^[0-9]+', 0), '')", "ann", "") == "null");
  CHECK(names("ABS(EPOCH(try_strptime(a_l, '%Y-%m-%d')) - EPOCH(try_strptime(a_r, '%Y-%m-%d')))",
              "1980-01-01", "1980-01-31") == "2592000");
  CHECK(names("try_strptime(a_l, '%Y-%m-%d') IS NULL", "1981-02-30", "") == "true");
  CHECK(value_of("a_l = b_r AND a_r = b_l", {{"a", "ann"}, {"b", "lee"}},
                 {{"a", "lee"}, {"b", "ann"}}) == "true");
  CHECK(value_of("(ABS(amount_l - amount_r) / (CASE WHEN amount_r > amount_l THEN amount_r ELSE "
                 "amount_l END)) < 0.1",
                 {{"amount", "95"}}, {{"amount", "100"}}) == "true");
}

TEST_CASE("many-valued cells are compared by what they share") {
  const Cells left{{"phones", "[\"1\", \"2\", \"2\"]"}}, right{{"phones", "[2, 3]"}};
  CHECK(value_of("array_length(list_intersect(phones_l, phones_r)) >= 1", left,
                 {{"phones", "2|3"}}) == "true");
  CHECK(value_of("array_length(list_intersect(phones_l, phones_r))", left,
                 {{"phones", "[\"2\"]"}}) == "1");
  CHECK(value_of("phones_l[-1]", left, right) == "2");
  const std::string nearest =
      "list_max(list_transform(flatten(list_transform(phones_l, x -> list_transform(phones_r, y -> "
      "[x, y]))), "
      "pair -> jaro_winkler_similarity(pair[1], pair[2])))";
  CHECK(value_of(nearest, {{"phones", "martha|x"}}, {{"phones", "y|martha"}}) == "1");
  CHECK(value_of("list_max(list_transform(phones_l, lambda x: length(x)))", {{"phones", "ab|c"}},
                 right) == "2");
}

TEST_CASE("NULL is neither true nor false") {
  CHECK(constant("NULL AND false") == "false");
  CHECK(constant("NULL OR true") == "true");
  CHECK(constant("NULL AND true") == "null");
  CHECK(constant("NOT NULL") == "null");
  CHECK(constant("NULL IS NOT NULL") == "false");
  CHECK(constant("'a' IN ('b', NULL)") == "null");
  CHECK(constant("coalesce(NULL, 'x')") == "x");
  CHECK(constant("greatest(1, NULL, 2)") == "2");
}

TEST_CASE("operators bind as in SQL") {
  CHECK(constant("1 + 2 * 3 - -4") == "11");
  CHECK(constant("NOT 1 = 2 AND 2 = 2") == "true");
  CHECK(constant("1 = 2 OR 1 = 1 AND 2 = 2") == "true");
  CHECK(constant("2 BETWEEN 1 AND 3") == "true");
  CHECK(constant("3 NOT BETWEEN 1 AND 3") == "false");
  CHECK(constant("'it''s' || '!'") == "it's!");
  CHECK(constant("5 / 2") == "2.5");
  CHECK(constant("substr('hello', -2, 2)") == "lo");
}

TEST_CASE("what cannot be read is quoted, with what in it cannot be") {
  CHECK(refusal("soundex(a_l) = soundex(a_r)") ==
        "the comparison x has the condition \"soundex(a_l) = soundex(a_r)\", which cannot be read: "
        "the function "
        "\"soundex\" is not known");
  CHECK(refusal("a = a_r").find("\"a\" is no column of the left or right row") !=
        std::string::npos);
  CHECK(refusal("a_l = ").find("it ends too early") != std::string::npos);
  CHECK(refusal("a_l = a_r)").find("\")\" stands where it cannot be read") != std::string::npos);
  CHECK(refusal("a_l = 'x").find("a quote in it never closes") != std::string::npos);
  CHECK(refusal("a_l ~ a_r").find("it has \"~\"") != std::string::npos);
  CHECK(refusal("levenshtein(a_l) < 2").find("does not take 1 operands") != std::string::npos);
  CHECK(refusal("regexp_extract(a_l, '(', 0) = 'x'").find("its pattern cannot be read") !=
        std::string::npos);
  CHECK(refusal("strptime(a_l, '%Q') = a_r").find("a format may have") != std::string::npos);
  CHECK(refusal("CAST(a_l AS BLOB) = a_r").find("it casts to \"BLOB\"") != std::string::npos);
  CHECK(refusal("a_l = (SELECT 1)").find("\"SELECT\"") != std::string::npos);
  CHECK(refusal("m.a = r.a", Naming::prefixed).find("neither l. nor r.") != std::string::npos);
  CHECK(refusal("l.\"a\" = r.a", Naming::prefixed) == "read");
}

TEST_CASE("a condition cannot make the reader recurse without bound") {
  const std::string open(5000, '('), close(5000, ')');
  CHECK(refusal(open + "a_l" + close).find("nested too deeply") != std::string::npos);
  CHECK(refusal(std::string(5000, '-') + "1 = 1").find("nested too deeply") ==
        std::string::npos);  // a comment
  std::string sum = "1";
  for (int i = 0; i < 3000; ++i) sum += "+1";
  CHECK(refusal(sum).find("nested too deeply") != std::string::npos);
  std::string negations;
  for (int i = 0; i < 3000; ++i) negations += "- ";
  CHECK(refusal(negations + "1").find("nested too deeply") != std::string::npos);
  CHECK(refusal(std::string(30000, ' ') + "1").find("longer than 20000 bytes") !=
        std::string::npos);
}
