#include "plot/lines.hpp"

#include <algorithm>

#include "plot/frame.hpp"

namespace plot {

namespace {

constexpr double curve_height = 380, beside_curve = 78;
constexpr const char* strokes[] = {"line-a", "line-b", "line-c", "line-d"};

}  // namespace

Chart draw(const Lines& lines) {
  Frame frame(lines.caption, beside_curve, curve_height, 30);
  const Scale x{lines.x.empty() ? 0 : lines.x.front(), lines.x.empty() ? 1 : lines.x.back(),
                frame.left(), frame.right()};
  const Scale y{0, lines.y_to, frame.bottom(), frame.top()};
  frame.vertical_axis(y, ticks(0, lines.y_to, 5), lines.y_axis);
  frame.horizontal_axis(x, ticks(x.from, x.to, 10), lines.x_axis);
  Chart chart{lines.caption.name, "", {{lines.x_axis}, {}}};
  for (double at : lines.x) chart.table.rows.push_back({at});
  std::vector<std::pair<std::string, std::string>> legend;
  for (std::size_t s = 0; s < lines.series.size(); ++s) {
    const auto& series = lines.series[s];
    std::vector<std::pair<double, double>> points;
    for (std::size_t i = 0; i < series.y.size(); ++i) {
      points.emplace_back(x(lines.x[i]), y(series.y[i]));
      chart.table.rows[i].emplace_back(series.y[i]);
    }
    frame.svg().polyline(points, strokes[s % std::size(strokes)]);
    legend.emplace_back(strokes[s % std::size(strokes)], series.name);
    chart.table.columns.push_back(series.name);
  }
  if (lines.marked_x && *lines.marked_x >= x.from && *lines.marked_x <= x.to) {
    const auto at = x(*lines.marked_x);
    frame.svg().line(at, frame.top(), at, frame.bottom(), "mark");
    const bool is_right = at > (frame.left() + frame.right()) / 2;
    frame.svg().text(is_right ? at - 6 : at + 6, frame.bottom() - 10, lines.mark,
                     is_right ? Anchor::end : Anchor::start, "ink");
  }
  frame.legend(legend);
  chart.svg = std::move(frame).finish();
  return chart;
}

Chart draw(const Path& path) {
  Frame frame(path.caption, beside_curve, curve_height);
  const Scale x{0, 1, frame.left(), frame.right() - 20}, y{0, 1, frame.bottom(), frame.top()};
  frame.vertical_axis(y, ticks(0, 1, 5), path.y_axis);
  frame.horizontal_axis(x, ticks(0, 1, 10), path.x_axis);
  Chart chart{path.caption.name, "", {{path.x_axis, path.y_axis, "label"}, {}}};
  std::vector<std::pair<double, double>> points;
  for (const auto& point : path.points) {
    points.emplace_back(x(point.x), y(point.y));
    chart.table.rows.push_back({point.x, point.y, point.label});
  }
  frame.svg().polyline(points, "line-a");
  for (const auto& point : path.points) {
    if (point.label.empty()) continue;
    frame.svg().dot(x(point.x), y(point.y), "b", point.label);
    const bool is_right = point.x > 0.7;
    frame.svg().text(x(point.x) + (is_right ? -9 : 9), y(point.y) + (point.y > 0.9 ? 20 : -8),
                     point.label, is_right ? Anchor::end : Anchor::start, "ink");
  }
  chart.svg = std::move(frame).finish();
  return chart;
}

}  // namespace plot
