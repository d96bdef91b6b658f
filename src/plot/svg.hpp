#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plot {

/// Where a text stands by its point.
enum class Anchor { start, middle, end };

/// Writes one SVG. Colours and fonts are classes of a style inside it, which follows the reader's
/// light or dark setting. Everything that is text is escaped.
class Svg {
 public:
  Svg(double width, double height, std::string_view title, std::string_view description);

  void rectangle(double x, double y, double width, double height, std::string_view style,
                 std::string_view tooltip = "");
  void line(double x1, double y1, double x2, double y2, std::string_view style);
  void polyline(const std::vector<std::pair<double, double>>& points, std::string_view style);
  void dot(double x, double y, std::string_view style, std::string_view tooltip = "");
  void text(double x, double y, std::string_view words, Anchor anchor, std::string_view style);
  /// Read from below to above.
  void upright_text(double x, double y, std::string_view words, std::string_view style);

  std::string finish() &&;

 private:
  void finish_element(std::string_view element, std::string_view tooltip);
  std::string out_;
};

/// About how wide a text of the chart's size is; cut in its middle to fit, with an ellipsis.
double text_width(std::string_view words);
std::string cut_to_width(std::string_view words, double width);

}  // namespace plot
