#include "plot/chart.hpp"

#include <charconv>
#include <cmath>

#include <nlohmann/json.hpp>

#include "base/csv.hpp"

namespace plot {

namespace {

std::string exact(double number) {
  char text[40];
  return {text, std::to_chars(text, text + sizeof text, number).ptr};
}

}  // namespace

std::string to_csv(const Table& table) {
  std::string text = base::csv_row({table.columns.begin(), table.columns.end()});
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const auto* words = std::get_if<std::string>(&row[i]);
      text += (i > 0 ? "," : "") +
              (words != nullptr ? base::csv_cell(*words) : exact(std::get<double>(row[i])));
    }
    text += "\n";
  }
  return text;
}

std::string to_json(const Table& table) {
  auto rows = nlohmann::ordered_json::array();
  for (const auto& row : table.rows) {
    auto& json = rows.emplace_back(nlohmann::ordered_json::object());
    for (std::size_t i = 0; i < row.size(); ++i) {
      std::visit([&](const auto& value) { json[table.columns[i]] = value; }, row[i]);
    }
  }
  return rows.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace plot
