#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plot/chart.hpp"

namespace plot {

/// Curves over one axis, at most four.
struct Lines {
  struct Series {
    std::string name;
    std::vector<double> y;  ///< by x
  };
  Caption caption;
  std::string x_axis, y_axis;
  std::vector<double> x;  ///< ascending
  std::vector<Series> series;
  double y_to = 1;
  std::optional<double> marked_x;  ///< where something was decided
  std::string mark;                ///< what
};

Chart draw(const Lines& lines);

/// A curve through points in their order: precision by recall.
struct Path {
  struct Point {
    double x, y;
    std::string label;  ///< "" for most
  };
  Caption caption;
  std::string x_axis, y_axis;
  std::vector<Point> points;
};

Chart draw(const Path& path);

}  // namespace plot
