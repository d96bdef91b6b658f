#include "search/detail/nicknames.hpp"

#include <map>
#include <set>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "search/detail/embedded.hpp"

namespace search::detail {

namespace {

using Table = std::map<std::string, std::vector<std::string>, std::less<>>;

Table read_table() {
  std::map<std::string, std::set<std::string>> pairs;
  for (std::size_t i = 0; i < embedded_file_count; ++i) {
    if (embedded_files[i].name != "nicknames.csv") continue;
    auto lines = base::split(embedded_files[i].content, '\n');
    lines.erase(lines.begin());
    for (auto line : lines) {
      const auto cells = base::split(base::trim(line), ',');
      if (cells.size() != 2) continue;
      pairs[std::string(cells[0])].emplace(cells[1]);
      pairs[std::string(cells[1])].emplace(cells[0]);
    }
  }
  base::expect(!pairs.empty(), "data/search/nicknames.csv");
  Table table;
  for (const auto& [word, others] : pairs) table[word] = {others.begin(), others.end()};
  return table;
}

}  // namespace

std::span<const std::string> nicknames_of(std::string_view word) {
  static const Table table = read_table();
  const auto found = table.find(word);
  return found == table.end() ? std::span<const std::string>{} : std::span(found->second);
}

}  // namespace search::detail
