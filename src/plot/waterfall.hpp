#pragma once

#include <string>
#include <vector>

#include "plot/chart.hpp"

namespace plot {

/// How a total comes about: each step begins where the one before ended.
struct Waterfall {
  struct Step {
    std::string name, detail;
    double value;
  };
  Caption caption;
  std::string axis;
  std::vector<Step> steps;  ///< the first is the start, not a change
  std::string total;        ///< what the sum is called
};

Chart draw(const Waterfall& waterfall);

}  // namespace plot
