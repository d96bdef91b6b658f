#pragma once

#include "layout/detail/node.hpp"
#include "layout/layout.hpp"

namespace layout {

/// The parts of a layout that name its columns: read after them.
std::size_t column_of(const Node& node, const Layout& layout);
CellSource source_of(const Node& node, const Layout& layout);
std::vector<Condition> conditions_of(const Node& node, const Layout& layout);
RecordRule record_rule_of(const Node& node, const Layout& layout);
MentionRule mention_rule_of(const std::string& slot, const Node& node, const Layout& layout);
LinkRule link_rule_of(const Node& node, const Layout& layout);

}  // namespace layout
