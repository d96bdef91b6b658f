#pragma once

#include <map>
#include <string>
#include <vector>

#include "splink/model.hpp"

namespace raptor {

/// COLUMN=FILE.csv, each file with a column of values and one of their shares (as Splink's
/// term-frequency tables: first_name, tf_first_name): by column. Throws Fault::invalid.
std::map<std::string, splink::Frequencies> read_frequencies(const std::vector<std::string>& said);

}  // namespace raptor
