#include "questions/network_page.hpp"

#include <cmath>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "questions/detail/sketched.hpp"

using questions::ChartTie;
using questions::Sketched;

namespace {

const std::vector<std::string> gang = {
    "2026-01-05 n: ann suspect_in C1 forced_labour; bob suspect_in C1; cat victim_of C1",
    "2026-02-05 n: ann met bob",
    "2026-03-05 s: dan suspect_in C2 robbery; eve suspect_in C2",
    "2026-03-06 s: eve met fay",
};

double radius(questions::ChartPoint point) { return std::hypot(point.x, point.y); }

}  // namespace

TEST_CASE("a network's page has its members, what ties each two, and what it did") {
  const Sketched sketched(gang);
  const auto& index = sketched.index();
  const auto page = network_page(index, index.networks(sketched["ann"]).at(0));
  REQUIRE(page.members.size() == 3);
  CHECK(page.ties.size() == 3);
  for (const auto& tie : page.ties) CHECK(tie.records.count >= 1);
  REQUIRE(page.harm_lines.size() == 1);
  CHECK(page.harm_lines[0].term.offence->offence == "forced_labour");
  const auto json = to_json(index, page);
  CHECK(json["members"][0]["standing"] == "ranked");
  CHECK(json["members"][0]["place"] == 1);
  CHECK(json["members"][2]["standing"] == "kept_apart");
  CHECK_FALSE(json["members"][2].contains("place"));
  CHECK(json["members"][2]["is_protected"] == true);
  CHECK(json["members"][2]["protection"] == nlohmann::json::array({"victim"}));
  CHECK_FALSE(json["members"][0].contains("protection"));
  CHECK(json.dump() == to_json(index, network_page(index, page.network)).dump());
}

TEST_CASE("on the chart, whoever is not ranked stands outside those who are") {
  const Sketched sketched(gang);
  const auto& index = sketched.index();
  const auto page = network_page(index, index.networks(sketched["cat"]).at(0));
  CHECK(radius(page.members[2].point) > radius(page.members[0].point));
  CHECK(radius(page.members[2].point) > radius(page.members[1].point));
}

TEST_CASE("the tied stand nearer than the untied, and the same chart has the same points") {
  const std::vector<bool> inside(4);
  const std::vector<ChartTie> ties = {{0, 1, 1}, {2, 3, 1}};
  const auto points = questions::arrange(inside, ties);
  const auto distance = [&](std::size_t i, std::size_t j) {
    return std::hypot(points[i].x - points[j].x, points[i].y - points[j].y);
  };
  CHECK(distance(0, 1) < distance(0, 2));
  CHECK(distance(2, 3) < distance(1, 3));
  CHECK(points == questions::arrange(inside, ties));
}

TEST_CASE("charts of nobody, of one, and of nobody ranked") {
  CHECK(questions::arrange({}, {}).empty());
  CHECK(questions::arrange({false}, {}).size() == 1);
  const auto rim = questions::arrange(std::vector<bool>(20, true), {});
  for (const auto& point : rim) CHECK(radius(point) <= questions::arrange_radius + 1);
}
