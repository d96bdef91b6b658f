#include "plot/scale.hpp"

#include <cmath>
#include <cstdio>

#include "base/text.hpp"

namespace plot {

std::vector<double> ticks(double from, double to, int count) {
  if (!(to > from)) return {from};
  const double rough = (to - from) / count;
  const double power = std::pow(10, std::floor(std::log10(rough)));
  double step = 10 * power;
  for (double factor : {1.0, 2.0, 5.0}) {
    if (factor * power >= rough) {
      step = factor * power;
      break;
    }
  }
  std::vector<double> list;
  for (double i = std::ceil(from / step - 1e-9); i * step <= to + step * 1e-9; ++i)
    list.push_back(i * step);
  return list;
}

std::string readable(double value) {
  if (value == 0) return "0";
  const auto size = std::fabs(value);
  if (size >= 1000) return base::with_thousands(std::llround(value));
  char text[40];
  if (size < 0.001) {
    std::snprintf(text, sizeof text, "%.1e", value);
  } else {
    std::snprintf(text, sizeof text, "%.3g", value);
  }
  return text;
}

}  // namespace plot
