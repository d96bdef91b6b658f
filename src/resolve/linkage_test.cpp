#include "resolve/detail/linkage.hpp"

#include <algorithm>
#include <map>
#include <string>

#include <doctest/doctest.h>

using resolve::share;
using resolve::whole;
using namespace resolve::detail;

namespace {

struct Case {
  std::map<std::pair<char, char>, int> percent;  ///< posteriors; of pairs not here: 0
  std::vector<Pair> same, different;
  std::string never = {};  ///< two clusters holding these two letters are not compatible
};

/// The clusters of rows a, b, c …, as text: "abc d".
std::string clusters(std::size_t rows, const Case& given, int threads = 1) {
  LinkageTask task;
  task.rows = rows;
  task.merge_above = whole * 3 / 10;
  task.same = given.same;
  task.different = given.different;
  const auto of = [&](Row left, Row right) {
    const auto found = given.percent.find({static_cast<char>('a' + std::min(left, right)),
                                           static_cast<char>('a' + std::max(left, right))});
    return found == given.percent.end() ? resolve::Share{0} : whole * found->second / 100;
  };
  for (const auto& [pair, percent] : given.percent) {
    const Pair rows_of_pair{static_cast<Row>(pair.first - 'a'),
                            static_cast<Row>(pair.second - 'a')};
    task.edges.push_back({rows_of_pair, of(rows_of_pair.left, rows_of_pair.right)});
  }
  const auto holds = [](std::span<const Row> list, char letter) {
    return std::find(list.begin(), list.end(), static_cast<Row>(letter - 'a')) != list.end();
  };
  const auto entity =
      link(task,
           [&] {
             return Judge{of, [&](std::span<const Row> left, std::span<const Row> right) {
                            if (given.never.empty()) return true;
                            const char p = given.never[0], q = given.never[1];
                            return !(holds(left, p) && holds(right, q)) &&
                                   !(holds(left, q) && holds(right, p));
                          }};
           },
           {threads});
  std::map<Row, std::string> members;
  for (Row row = 0; row < rows; ++row) members[entity[row]] += static_cast<char>('a' + row);
  std::string text;
  for (const auto& [name, letters] : members) text += (text.empty() ? "" : " ") + letters;
  return text;
}

}  // namespace

TEST_CASE("likely pairs become one") {
  CHECK(clusters(3, {{{{'a', 'b'}, 90}}, {}, {}}) == "ab c");
  CHECK(clusters(3, {{{{'a', 'b'}, 25}}, {}, {}}) == "a b c");
  CHECK(clusters(3, {{{{'a', 'b'}, 90}, {{'b', 'c'}, 90}, {{'a', 'c'}, 80}}, {}, {}}) == "abc");
}

TEST_CASE("a chain of strangers does not become one person: every cross pair counts") {
  // c is like b and d, but nobody else is like anybody across.
  CHECK(clusters(4, {{{{'a', 'b'}, 99}, {{'b', 'c'}, 40}, {{'c', 'd'}, 99}}, {}, {}}) == "ab cd");
  CHECK(clusters(3, {{{{'a', 'b'}, 90}, {{'b', 'c'}, 55}}, {}, {}}) == "ab c");
  CHECK(clusters(3, {{{{'a', 'b'}, 90}, {{'b', 'c'}, 65}}, {}, {}}) == "abc");
}

TEST_CASE("the best pair goes first, ties to the smaller rows") {
  CHECK(clusters(3, {{{{'a', 'b'}, 50}, {{'b', 'c'}, 55}}, {}, {}}) == "a bc");
  CHECK(clusters(3, {{{{'a', 'b'}, 55}, {{'b', 'c'}, 55}}, {}, {}}) == "ab c");
}

TEST_CASE("a conflict keeps clusters apart whatever the posteriors") {
  CHECK(clusters(4, {{{{'a', 'b'}, 99}, {{'c', 'd'}, 99}, {{'a', 'c'}, 95}, {{'b', 'd'}, 95}},
                     {},
                     {},
                     "ac"}) == "ab cd");
}

TEST_CASE("decisions come before posteriors") {
  CHECK(clusters(3, {{}, {{0, 2}}, {}}) == "ac b");
  CHECK(clusters(3, {{{{'a', 'b'}, 99}}, {}, {{0, 1}}}) == "a b c");
  // b may be with a or with c, but a and c may never meet, through whomever.
  CHECK(clusters(3, {{{{'a', 'b'}, 99}, {{'b', 'c'}, 98}}, {}, {{0, 2}}}) == "ab c");
  CHECK(clusters(4, {{{{'a', 'b'}, 99}, {{'c', 'd'}, 99}, {{'b', 'c'}, 98}, {{'a', 'd'}, 98}},
                     {},
                     {{0, 3}}}) == "ab cd");
  CHECK(clusters(4, {{{{'a', 'b'}, 99}, {{'b', 'c'}, 99}, {{'a', 'c'}, 99}}, {{2, 3}}, {{0, 3}}}) ==
        "ab cd");
}

TEST_CASE("any number of threads gives the same clusters") {
  Case many;
  for (char c = 'a'; c < 'z'; ++c) many.percent[{c, static_cast<char>(c + 1)}] = 31 + (c * 7) % 60;
  CHECK(clusters(26, many, 1) == clusters(26, many, 2));
}
