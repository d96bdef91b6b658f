#pragma once

#include <string>

#include "plot/chart.hpp"
#include "plot/scale.hpp"
#include "plot/svg.hpp"

namespace plot {

/// The page around a plot: title, how to read it, source; and where between them the plot stands.
class Frame {
 public:
  /// `left`: room for what stands beside the plot; `plot_height`: of the plot alone.
  Frame(const Caption& caption, double left, double plot_height, double legend_height = 0);

  Svg& svg() { return svg_; }
  double left() const { return left_; }
  double right() const;
  double top() const { return top_; }
  double bottom() const { return bottom_; }

  /// Grid lines and figures below, with the title of the axis.
  void horizontal_axis(const Scale& scale, const std::vector<double>& at, const std::string& title);
  void vertical_axis(const Scale& scale, const std::vector<double>& at, const std::string& title,
                     const std::vector<std::string>& labels = {});
  void legend(const std::vector<std::pair<std::string, std::string>>& style_and_words);

  std::string finish() &&;

 private:
  double height_, left_, top_, bottom_;
  Svg svg_;
};

constexpr double page_width = 880;

}  // namespace plot
