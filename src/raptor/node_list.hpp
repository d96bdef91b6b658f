#pragma once

#include <map>
#include <string>
#include <string_view>

namespace raptor {

/// What a table of nodes says of them: for each name, whether it is one of those looked for.
struct NodeList {
  std::string name_column;            ///< node, name or id, or else the first
  std::map<std::string, bool> nodes;  ///< name and whether its truth is one of the positive values
};

/// Which nodes a ranking should have put first.
struct TruthColumn {
  std::string column;  ///< empty: none is looked for
  std::string values;  ///< separated by commas; "1" and "1.0" are one value
};

/// Reads a table with a header row. Throws Fault::invalid, with the row, for what is none, for a
/// name that is empty or there twice, and for a truth column that is not there.
NodeList read_node_list(std::string_view text, std::string_view file, const TruthColumn& truth);

}  // namespace raptor
