#include "plot/waterfall.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "plot/frame.hpp"

namespace plot {

namespace {

constexpr double step_height = 38, bar = 18, names_room = 330, figure_room = 66;

std::string with_sign(double value) {
  char text[40];
  std::snprintf(text, sizeof text, "%+.2f", value);
  return text;
}

Scale scale_of(const Waterfall& waterfall, const Frame& frame) {
  double sum = 0, low = 0, high = 0;
  for (const auto& step : waterfall.steps) {
    sum += step.value;
    low = std::min(low, sum);
    high = std::max(high, sum);
  }
  if (low == high) high = 1;
  return {low, high, frame.left() + figure_room, frame.right() - figure_room};
}

void draw_step(Frame& frame, const Scale& scale, double y, double from, double to,
               const Waterfall::Step& step, const char* tone) {
  auto& svg = frame.svg();
  svg.text(frame.left() - 12, y + 12, cut_to_width(step.name, names_room - 40), Anchor::end, "ink");
  svg.text(frame.left() - 12, y + 26, cut_to_width(step.detail, names_room), Anchor::end, "small");
  const auto a = scale(from), b = scale(to);
  svg.rectangle(std::min(a, b), y, std::max(1.5, std::fabs(b - a)), bar, tone,
                step.name + ": " + with_sign(step.value));
  const bool grows = to >= from;
  svg.text(grows ? std::max(a, b) + 6 : std::min(a, b) - 6, y + 14, with_sign(step.value),
           grows ? Anchor::start : Anchor::end, "ink");
}

}  // namespace

Chart draw(const Waterfall& waterfall) {
  const auto height = step_height * static_cast<double>(waterfall.steps.size() + 1) + 10;
  Frame frame(waterfall.caption, names_room, height);
  const auto scale = scale_of(waterfall, frame);
  frame.horizontal_axis(scale, ticks(scale.from, scale.to, 7), waterfall.axis);
  frame.svg().line(scale(0), frame.top(), scale(0), frame.bottom(), "axis");
  Chart chart{waterfall.caption.name, "", {{"step", "detail", "value", "sum"}, {}}};
  double sum = 0, y = frame.top() + 10;
  for (std::size_t i = 0; i < waterfall.steps.size(); ++i) {
    const auto& step = waterfall.steps[i];
    const auto tone = i == 0 ? "n" : step.value < 0 ? "b" : "a";
    draw_step(frame, scale, y, sum, sum + step.value, step, tone);
    sum += step.value;
    frame.svg().line(scale(sum), y + bar, scale(sum), y + step_height, "axis");
    chart.table.rows.push_back({step.name, step.detail, step.value, sum});
    y += step_height;
  }
  draw_step(frame, scale, y, 0, sum, {waterfall.total, "", sum}, "c");
  chart.table.rows.push_back({waterfall.total, std::string(), sum, sum});
  chart.svg = std::move(frame).finish();
  return chart;
}

}  // namespace plot
