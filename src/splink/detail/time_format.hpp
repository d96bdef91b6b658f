#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace splink::detail {

/// Is this a format that parse_time can read: %Y %y %m %d %H %M %S %b %B %% and plain characters?
bool can_read_format(std::string_view format);

/// DuckDB's try_strptime: seconds since 1970, or nothing. Leading and trailing blanks are allowed,
/// and fewer digits than a field may have.
std::optional<double> parse_time(std::string_view text, std::string_view format);

/// 2026-03-01 09:30:12, as DuckDB casts a timestamp to text.
std::string print_time(double seconds);

}  // namespace splink::detail
