#include "plot/chart.hpp"

#include <string>

#include <doctest/doctest.h>

#include "plot/linkage_report.hpp"
#include "plot/scale.hpp"
#include "plot/svg.hpp"

namespace {

plot::LinkageReport small_report() {
  plot::LinkageReport report;
  report.source = "a<b>.csv & model";
  report.prior_weight = -3;
  report.levels = {{"name", "the same \"name\"", 5, 0.8, 0.025, true},
                   {"name", "different", -2, 0.2, 0.8, true}};
  report.pairs = {{6.2, true}, {1.5, true}, {1.4, false}, {-7.9, false}};
  report.has_labels = true;
  report.true_pairs = 4;
  report.threshold_weight = 2;
  report.completeness = {{"name", 0.75}};
  report.rules = {{"l.name = r.name", 4, 3}};
  report.self_weights = {-1, 5, 9};
  report.entity_sizes = {1, 1, 3};
  report.values = {{"name", "lee", 0.1, -1.5}};
  report.pair = plot::Waterfall{
      {"waterfall", "Why", "", ""}, "bits", {{"prior", "", -3}, {"name", "", 5}}, "total"};
  return report;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t times = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++times;
  return times;
}

std::string row(const plot::Chart& chart, std::size_t number) {
  const auto csv = to_csv(chart.table);
  std::size_t begin = 0;
  for (; number > 0; --number) begin = csv.find('\n', begin) + 1;
  return csv.substr(begin, csv.find('\n', begin) - begin);
}

}  // namespace

TEST_CASE("every chart stands alone, is balanced and says where its figures are from") {
  const auto charts = charts_of(small_report());
  CHECK(charts.size() == 11);
  for (const auto& chart : charts) {
    CAPTURE(chart.name);
    CHECK(chart.svg.starts_with("<svg xmlns="));
    CHECK(chart.svg.ends_with("</svg>\n"));
    CHECK(chart.svg.find("<title>") != std::string::npos);
    CHECK(count(chart.svg, "<text") == count(chart.svg, "</text>"));
    CHECK(count(chart.svg, "http") == 1);  // the name space, and nothing to load
    CHECK(chart.svg.find("nan") == std::string::npos);
    CHECK_FALSE(chart.table.rows.empty());
    if (chart.name != "waterfall")
      CHECK(chart.svg.find("Source: a&lt;b&gt;.csv &amp; model") != std::string::npos);
  }
}

TEST_CASE("the figures beside a chart are those that it shows") {
  const auto report = small_report();
  CHECK(row(match_weights(report), 2) == "name,\"the same \"\"name\"\"\",5");
  // Thresholds are quarters of a bit from -8; at 1.5 two of four true pairs are found, none wrong.
  const auto selection = threshold_selection(report);
  CHECK(row(selection, 0) == "\"Threshold (match weight, bits)\",precision,recall,F1");
  CHECK(row(selection, 1 + 4 * 9 + 2).starts_with("1.5,1,0.5,"));
  CHECK(row(selection, 1 + 4 * 9 + 1).starts_with("1.25,0.66"));
  CHECK(row(selection, 1).starts_with("-8,0.5,0.5,"));
  CHECK(row(entity_sizes(report), 1) == "0.5,1.5,2");
  CHECK(row(entity_sizes(report), 3) == "2.5,3.5,1");
  CHECK(row(unlinkables(report), 1).starts_with("-1,0"));
}

TEST_CASE("what nothing is known of has no chart") {
  plot::LinkageReport report;
  CHECK(charts_of(report).empty());
  report.completeness = {{"name", 0}};
  CHECK(charts_of(report).size() == 1);
}

TEST_CASE("text from a file cannot become markup") {
  plot::Svg svg(100, 50, "<script>", "&");
  svg.text(1, 2, "a < b & \"c\"\x01", plot::Anchor::start, "ink");
  const auto text = std::move(svg).finish();
  CHECK(text.find("<script>") == std::string::npos);
  CHECK(text.find("a &lt; b &amp; &quot;c&quot; </text>") != std::string::npos);
}

TEST_CASE("ticks are round and readable") {
  const auto list = [](double from, double to, int wanted) {
    std::string text;
    for (double tick : plot::ticks(from, to, wanted)) text += plot::readable(tick) + " ";
    return text;
  };
  CHECK(list(0, 1, 5) == "0 0.2 0.4 0.6 0.8 1 ");
  CHECK(list(-13, 21, 7) == "-10 -5 0 5 10 15 20 ");
  CHECK(list(0, 12000, 3) == "0 5,000 10,000 ");
  CHECK(plot::readable(0.00001234) == "1.2e-05");
  CHECK(plot::cut_to_width("Zoë or Zoë", 50) == "Zoë…Zoë");
  CHECK(plot::cut_to_width("Zoë", 50) == "Zoë");
}
