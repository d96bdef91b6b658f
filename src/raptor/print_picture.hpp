#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "picture/picture.hpp"

namespace raptor {

/// The row of a record as received, for whoever may see it: its columns with their cells.
using RowText = std::function<std::string(const picture::Picture&, std::uint32_t record)>;

/// The ranked picture for a terminal: networks, nominals and the protection list, the first `top`
/// of each.
std::string picture_text(const picture::Picture& picture, std::size_t top);

/// Why a network or nominal (rank from 1) stands where it does, down to the rows as received.
/// Throws Fault::missing for a rank that there is none of.
std::string network_trace(const picture::Picture& picture, std::size_t rank,
                          const RowText& row_text);
std::string nominal_trace(const picture::Picture& picture, std::size_t rank,
                          const RowText& row_text);

}  // namespace raptor
