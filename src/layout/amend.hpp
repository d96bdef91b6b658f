#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layout/reading.hpp"
#include "model/correction.hpp"
#include "model/evidence.hpp"

namespace layout {

/// Puts corrections of one record in place of what was read from it: `first_mention` and
/// `first_link` are where derive began with it, and nothing was derived since. A mention that is
/// left with nothing to be known by is taken out with its links, as if its cell had been empty.
/// Gives those that found their value; the others change nothing.
std::vector<model::Correction> amend(const Reading& reading, std::uint32_t first_mention,
                                     std::size_t first_link,
                                     std::span<const model::Correction> corrections,
                                     model::Evidence& evidence);

/// A value as derive would write it, had the cell held that text. Nothing if it is no such value:
/// problem_of says why.
std::optional<std::string> canonical_value(model::Attribute attribute, std::string_view text,
                                           base::DateOrder order);

/// Why a text is no value of that attribute: "is no date in the calendar, read as day_month_year".
std::string problem_of(model::Attribute attribute, base::DateOrder order);

}  // namespace layout
