#pragma once

#include <string>
#include <variant>
#include <vector>

namespace plot {

/// What a chart shows, as rows: written beside it, so that nobody has to read figures off a
/// picture.
struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<std::variant<std::string, double>>> rows;
};

std::string to_csv(const Table& table);
std::string to_json(const Table& table);

/// One picture and its figures. The SVG stands alone: no font, script or style from elsewhere.
struct Chart {
  std::string name;  ///< of the files: "match-weights"
  std::string svg;
  Table table;
};

/// What stands around every chart.
struct Caption {
  std::string name, title;
  std::string what;    ///< a sentence: how to read it
  std::string source;  ///< of what data and model
};

}  // namespace plot
