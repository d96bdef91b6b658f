#pragma once

#include <string>
#include <vector>

namespace plot {

/// From values to places on the page.
struct Scale {
  double from = 0, to = 1, begin = 0, end = 1;
  double operator()(double value) const {
    return to == from ? begin : begin + (value - from) / (to - from) * (end - begin);
  }
};

/// Round values across the range, about `count` of them, the first at or above `from`.
std::vector<double> ticks(double from, double to, int count);

/// A figure as a reader wants it: 12,345; 0.25; 1.2e-7.
std::string readable(double value);

}  // namespace plot
