#pragma once

#include <limits>
#include <span>

#include "splink/detail/functions.hpp"
#include "splink/detail/time_format.hpp"

namespace splink::detail {

constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();

std::span<const Function> logic_functions();   ///< comparisons, AND, CASE, COALESCE
std::span<const Function> text_functions();    ///< text and distances of text, casts to it
std::span<const Function> number_functions();  ///< numbers and times
std::span<const Function> list_functions();    ///< arrays and lambdas

}  // namespace splink::detail
