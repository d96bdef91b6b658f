#include "plot/histogram.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "plot/frame.hpp"

namespace plot {

namespace {

constexpr double bars_height = 360, beside = 92;
constexpr const char* fills[] = {"a", "b", "c", "d"};

double total(const Histogram::Bin& bin) {
  return std::accumulate(bin.counts.begin(), bin.counts.end(), 0.0);
}

struct Height {
  bool by_logarithm;
  // One row must be seen, so it is not at zero.
  double operator()(double count) const {
    return by_logarithm && count > 0 ? std::log10(count) + 0.15 : count;
  }
};

void draw_vertical_axis(const Histogram& histogram, const Scale& scale, Frame& frame) {
  if (!histogram.by_logarithm)
    return frame.vertical_axis(scale, ticks(0, scale.to, 6), histogram.y_axis);
  std::vector<double> at;
  std::vector<std::string> labels;
  for (double count = 1; Height{true}(count) <= scale.to; count *= 10) {
    at.push_back(Height{true}(count));
    labels.push_back(readable(count));
  }
  frame.vertical_axis(scale, at, histogram.y_axis + ", each line ten times the one below", labels);
}

}  // namespace

Chart draw(const Histogram& histogram) {
  const bool has_legend = histogram.series.size() > 1;
  Frame frame(histogram.caption, beside, bars_height, has_legend ? 30 : 0);
  const Height height{histogram.by_logarithm};
  double most = height(1) * 1.05;
  for (const auto& bin : histogram.bins) most = std::max(most, height(total(bin)));
  const auto& bins = histogram.bins;
  const Scale x{bins.empty() ? 0 : bins.front().from, bins.empty() ? 1 : bins.back().to,
                frame.left(), frame.right()};
  const Scale y{0, most * 1.03, frame.bottom(), frame.top()};
  draw_vertical_axis(histogram, y, frame);
  frame.horizontal_axis(x, ticks(x.from, x.to, 12), histogram.x_axis);
  Chart chart{histogram.caption.name, "", {{"from", "to"}, {}}};
  chart.table.columns.insert(chart.table.columns.end(), histogram.series.begin(),
                             histogram.series.end());
  for (const auto& bin : bins) {
    auto& cells = chart.table.rows.emplace_back();
    cells.emplace_back(bin.from);
    cells.emplace_back(bin.to);
    double below = 0;
    for (std::size_t s = 0; s < bin.counts.size(); ++s) {
      const auto top = y(height(below + bin.counts[s])), bottom = y(height(below));
      cells.emplace_back(bin.counts[s]);
      below += bin.counts[s];
      if (bin.counts[s] == 0) continue;
      frame.svg().rectangle(x(bin.from) + 0.5, top, std::max(1.0, x(bin.to) - x(bin.from) - 1),
                            bottom - top, fills[s % std::size(fills)],
                            histogram.series[s] + ", " + readable(bin.from) + " to " +
                                readable(bin.to) + ": " + readable(bin.counts[s]));
    }
  }
  if (histogram.marked_x && *histogram.marked_x >= x.from && *histogram.marked_x <= x.to) {
    const auto at = x(*histogram.marked_x);
    frame.svg().line(at, frame.top(), at, frame.bottom(), "mark");
    const bool is_right = at > (frame.left() + frame.right()) / 2;
    frame.svg().text(is_right ? at - 6 : at + 6, frame.top() + 14, histogram.mark,
                     is_right ? Anchor::end : Anchor::start, "ink");
  }
  if (has_legend) {
    std::vector<std::pair<std::string, std::string>> legend;
    for (std::size_t s = 0; s < histogram.series.size(); ++s)
      legend.emplace_back(fills[s % std::size(fills)], histogram.series[s]);
    frame.legend(legend);
  }
  chart.svg = std::move(frame).finish();
  return chart;
}

}  // namespace plot
