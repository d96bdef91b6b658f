#pragma once

#include <string>
#include <vector>

#include "plot/chart.hpp"

namespace plot {

/// Horizontal bars from zero, in groups with a heading; one bar a series in each row.
struct Bars {
  struct Row {
    std::string group, label;
    std::vector<double> values;  ///< by series; a NaN draws nothing
    std::string note;            ///< after the bar, instead of its value
  };
  Caption caption;
  std::string axis;                 ///< what a value is
  std::vector<std::string> series;  ///< one name: no legend; values are coloured by their sign
  std::vector<Row> rows;
  std::string group_column = "group", label_column = "label";
};

Chart draw(const Bars& bars);

}  // namespace plot
