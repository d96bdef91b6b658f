#pragma once

#include <span>
#include <string>
#include <string_view>

namespace search::detail {

/// Folded given names that stand for this folded one (data/search/nicknames.csv), sorted: william
/// of bill, and bill of william. One step only: albert is not alexander because both are al.
std::span<const std::string> nicknames_of(std::string_view word);

}  // namespace search::detail
