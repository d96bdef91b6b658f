#include "http/request.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace http {

namespace {

bool same_name(std::string_view left, std::string_view right) {
  return left.size() == right.size() && base::to_lower_ascii(left) == base::to_lower_ascii(right);
}

}  // namespace

std::string_view header(const std::vector<Header>& headers, std::string_view name) {
  for (const auto& each : headers) {
    if (same_name(each.name, name)) return each.value;
  }
  return {};
}

std::size_t count_headers(const std::vector<Header>& headers, std::string_view name) {
  return static_cast<std::size_t>(
      std::count_if(headers.begin(), headers.end(),
                    [name](const Header& each) { return same_name(each.name, name); }));
}

}  // namespace http
