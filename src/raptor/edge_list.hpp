#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "network/graph.hpp"

namespace raptor {

/// What a file of ties was recognised as.
enum class EdgeForm {
  table,   ///< a header row with source and target, perhaps weight, kind, time
  matrix,  ///< labels along the first row and column, an empty first cell, a weight in each cell
  plain,   ///< no header: two names and perhaps a weight, separated by blanks
};

/// Ties between named people. names are sorted by their bytes, so the same rows in any order are
/// the same list but for the order of ties; ties count in positions of names.
struct EdgeList {
  EdgeForm form = EdgeForm::table;
  std::vector<std::string> names;
  std::vector<network::Tie> ties;
  std::size_t self_ties = 0;             ///< left out, the name kept
  std::vector<std::string> not_counted;  ///< columns that were there and do not change the rank
};

/// Reads ties of any of the three forms. `file` is the name that errors call it by. Throws
/// Fault::invalid, with row and column, for what is no list of ties; a weight must be a number of 0
/// or more, and one of 0 (in a matrix, an empty cell too) is no tie.
EdgeList read_edge_list(std::string_view text, std::string_view file);

/// "a table with the columns source, target" and so on: what the file was taken as.
std::string taken_as(const EdgeList& list);

}  // namespace raptor
