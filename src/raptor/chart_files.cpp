#include "raptor/chart_files.hpp"

#include <filesystem>

#include "base/error.hpp"
#include "base/text.hpp"
#include "raptor/text_file.hpp"

namespace raptor {

std::size_t write_charts(const std::string& folder, const plot::LinkageReport& report) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    throw base::Error(base::Fault::unavailable,
                      "the folder " + base::quoted(folder, 200) +
                          " for charts cannot be made: " + error.message());
  }
  const auto charts = charts_of(report);
  for (const auto& chart : charts) {
    const auto path = (std::filesystem::path(folder) / chart.name).string();
    write_text_file(path + ".svg", chart.svg);
    write_text_file(path + ".csv", to_csv(chart.table));
    write_text_file(path + ".json", to_json(chart.table));
  }
  return charts.size();
}

}  // namespace raptor
