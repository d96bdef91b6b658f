#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "layout/reading.hpp"
#include "model/evidence.hpp"

namespace layout {

/// Appends what one row says: the mentions, values and links of the evidence's record with that
/// index. What could not be read (a row that was checked has nothing such) is left out. A mention
/// of a column with many values is named slot.1, slot.2 …; a slot linked to itself links each pair.
void derive(const Reading& reading, std::span<const std::string_view> cells, std::uint32_t record,
            model::Evidence& evidence);

/// The cells of a stored record.
void split_cells(std::string_view joined, std::vector<std::string_view>& cells);

}  // namespace layout
