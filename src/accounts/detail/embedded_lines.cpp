#include <algorithm>

#include "accounts/detail/embedded.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

namespace accounts {

std::string_view embedded(std::string_view name) {
  const auto* end = embedded_files + embedded_file_count;
  const auto* found =
      std::find_if(embedded_files, end, [&](const auto& file) { return file.name == name; });
  base::expect(found != end, "a data file of accounts in the program");
  return found->content;
}

std::vector<std::string_view> embedded_lines(std::string_view name) {
  auto lines = base::split(embedded(name), '\n');
  std::erase_if(lines, [](std::string_view line) { return line.empty(); });
  return lines;
}

}  // namespace accounts
