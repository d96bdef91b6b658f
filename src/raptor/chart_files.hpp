#pragma once

#include <string>

#include "plot/linkage_report.hpp"

namespace raptor {

/// Writes NAME.svg, NAME.csv and NAME.json of every chart into the folder, made if it is not there.
/// Returns how many charts. Throws Fault::unavailable.
std::size_t write_charts(const std::string& folder, const plot::LinkageReport& report);

}  // namespace raptor
