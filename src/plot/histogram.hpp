#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plot/chart.hpp"

namespace plot {

/// Counts as upright bars. Counts of very different sizes are drawn by their logarithm, and the
/// axis says so.
struct Histogram {
  struct Bin {
    double from, to;
    std::vector<double> counts;  ///< by series, drawn on top of each other (not by logarithm)
  };
  Caption caption;
  std::string x_axis, y_axis;
  std::vector<std::string> series;
  std::vector<Bin> bins;
  bool by_logarithm = false;  ///< one series only
  std::optional<double> marked_x;
  std::string mark;
};

Chart draw(const Histogram& histogram);

}  // namespace plot
