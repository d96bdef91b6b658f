#include "acquire/choose_layout.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "acquire/detail/source_file.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "layout/nearest_word.hpp"
#include "layout/reading.hpp"

namespace acquire {

namespace {

std::string names_of(const std::vector<layout::Layout>& layouts) {
  std::string names;
  for (const auto& item : layouts) names += (names.empty() ? "" : ", ") + item.name;
  return names;
}

using Positions = std::set<std::size_t>;

Positions understood_by(const layout::Layout& item, std::span<const std::string> header) {
  Positions understood;
  for (const auto& position : layout::bind(item, header).positions) {
    if (position) understood.insert(*position);
  }
  return understood;
}

// Whether that layout understands all that any of the others does, and more: to read the file with
// another could only lose something.
bool understands_all(const std::vector<Positions>& understood, std::size_t candidate) {
  for (std::size_t i = 0; i < understood.size(); ++i) {
    const auto& mine = understood[candidate];
    const auto& other = understood[i];
    const bool has_more = mine.size() > other.size() &&
                          std::includes(mine.begin(), mine.end(), other.begin(), other.end());
    if (i != candidate && !has_more) return false;
  }
  return true;
}

layout::Layout layout_in_file(const std::string& path) {
  try {
    return layout::parse_layout(read_bytes(path));
  } catch (const base::Error& error) {
    if (error.fault() != base::Fault::invalid) throw;
    throw base::Error(base::Fault::invalid, "in the layout file " + path + ", " + error.what());
  }
}

}  // namespace

layout::Layout layout_named(const std::string& name_or_path) {
  auto shipped = layout::shipped_layouts();
  const auto found = std::find_if(shipped.begin(), shipped.end(),
                                  [&](const auto& item) { return item.name == name_or_path; });
  if (found != shipped.end()) return std::move(*found);
  const std::filesystem::path path(name_or_path);
  if (path.has_parent_path() || path.has_extension() || std::filesystem::exists(path))
    return layout_in_file(name_or_path);
  std::vector<std::string> names;
  for (const auto& item : shipped) names.push_back(item.name);
  const auto nearest = layout::nearest_word(name_or_path, names);
  throw base::Error(base::Fault::missing,
                    "there is no layout " + base::quoted(name_or_path) +
                        (nearest.empty() ? "" : "; did you mean " + nearest + "?") +
                        (nearest.empty() ? "; the layouts are " : " The layouts are ") +
                        names_of(shipped) + ", or name a layout file such as ./my-layout.json");
}

layout::Layout layout_of_header(std::span<const std::string> header) {
  std::vector<layout::Layout> fitting;
  std::vector<Positions> understood;
  for (auto& item : layout::shipped_layouts()) {
    if (!item.has_header || !layout::missing_columns(item, header).empty()) continue;
    understood.push_back(understood_by(item, header));
    fitting.push_back(std::move(item));
  }
  if (fitting.empty()) {
    throw base::Error(base::Fault::invalid,
                      "no layout fits its header; say which it is with --layout: " +
                          names_of(layout::shipped_layouts()) +
                          ", or a layout file that you write");
  }
  for (std::size_t i = 0; i < fitting.size(); ++i) {
    if (understands_all(understood, i)) return std::move(fitting[i]);
  }
  throw base::Error(base::Fault::invalid,
                    "several layouts fit its header; say which it is with "
                    "--layout: " +
                        names_of(fitting));
}

}  // namespace acquire
