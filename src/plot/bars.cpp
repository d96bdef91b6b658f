#include "plot/bars.hpp"

#include <algorithm>
#include <cmath>

#include "plot/frame.hpp"

namespace plot {

namespace {

constexpr double bar_height = 14, row_gap = 8, heading_height = 26, label_room = 330,
                 note_room = 74;
constexpr const char* tones[] = {"a", "b", "c", "d"};

double row_height(const Bars& bars) {
  return bar_height * static_cast<double>(bars.series.size()) + row_gap;
}

bool begins_group(const Bars& bars, std::size_t row) {
  return !bars.rows[row].group.empty() &&
         (row == 0 || bars.rows[row].group != bars.rows[row - 1].group);
}

double plot_height(const Bars& bars) {
  double height = 8;
  for (std::size_t i = 0; i < bars.rows.size(); ++i) {
    height += row_height(bars) + (begins_group(bars, i) ? heading_height : 0);
  }
  return height;
}

Scale scale_of(const Bars& bars, const Frame& frame) {
  double low = 0, high = 0;
  for (const auto& row : bars.rows) {
    for (double value : row.values) {
      if (!std::isfinite(value)) continue;
      low = std::min(low, value);
      high = std::max(high, value);
    }
  }
  if (low == high) high = 1;
  return {low, high, frame.left() + (low < 0 ? note_room : 0), frame.right() - note_room};
}

const char* tone_of(const Bars& bars, std::size_t series, double value) {
  if (bars.series.size() > 1) return tones[series % std::size(tones)];
  return value < 0 ? "b" : "a";
}

void draw_row(const Bars& bars, const Bars::Row& row, const Scale& scale, double y, Frame& frame) {
  auto& svg = frame.svg();
  const auto middle = y + bar_height * static_cast<double>(bars.series.size()) / 2 + 4;
  svg.text(frame.left() - 10, middle, cut_to_width(row.label, label_room - 26), Anchor::end, "ink");
  for (std::size_t s = 0; s < row.values.size(); ++s) {
    const double value = row.values[s], top = y + bar_height * static_cast<double>(s);
    if (!std::isfinite(value)) continue;
    const double from = scale(0), to = scale(value);
    const auto shown = row.note.empty() || s > 0 ? readable(value) : row.note;
    svg.rectangle(std::min(from, to), top, std::max(1.0, std::fabs(to - from)), bar_height - 2,
                  tone_of(bars, s, value), row.label + ": " + readable(value));
    svg.text(value < 0 ? to - 5 : to + 5, top + bar_height - 3, shown,
             value < 0 ? Anchor::end : Anchor::start, "small");
  }
}

}  // namespace

Chart draw(const Bars& bars) {
  const bool has_legend = bars.series.size() > 1;
  Frame frame(bars.caption, label_room, plot_height(bars), has_legend ? 30 : 0);
  const auto scale = scale_of(bars, frame);
  frame.horizontal_axis(scale, ticks(scale.from, scale.to, 7), bars.axis);
  if (has_legend) {
    std::vector<std::pair<std::string, std::string>> legend;
    for (std::size_t s = 0; s < bars.series.size(); ++s)
      legend.emplace_back(tones[s % std::size(tones)], bars.series[s]);
    frame.legend(legend);
  }
  Chart chart{bars.caption.name, "", {{bars.group_column, bars.label_column}, {}}};
  chart.table.columns.insert(chart.table.columns.end(), bars.series.begin(), bars.series.end());
  frame.svg().line(scale(0), frame.top(), scale(0), frame.bottom(), "axis");
  double y = frame.top() + 6;
  for (std::size_t i = 0; i < bars.rows.size(); ++i) {
    const auto& row = bars.rows[i];
    if (begins_group(bars, i)) {
      frame.svg().text(20, y + 16, cut_to_width(row.group, page_width - 130), Anchor::start,
                       "strong");
      y += heading_height;
    }
    draw_row(bars, row, scale, y, frame);
    y += row_height(bars);
    auto& cells = chart.table.rows.emplace_back();
    cells.emplace_back(row.group);
    cells.emplace_back(row.label);
    for (double value : row.values) {
      if (std::isfinite(value))
        cells.emplace_back(value);
      else
        cells.emplace_back(std::string());
    }
  }
  chart.svg = std::move(frame).finish();
  return chart;
}

}  // namespace plot
