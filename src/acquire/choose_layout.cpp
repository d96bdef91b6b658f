#include "acquire/choose_layout.hpp"

#include <algorithm>
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
  auto shipped = layout::shipped_layouts();
  std::vector<layout::Layout> fitting;
  for (auto& item : shipped) {
    if (item.has_header && layout::missing_columns(item, header).empty()) fitting.push_back(item);
  }
  if (fitting.size() == 1) return std::move(fitting.front());
  if (fitting.empty()) {
    throw base::Error(base::Fault::invalid,
                      "no layout fits its header; say which it is with --layout: " +
                          names_of(shipped) + ", or a layout file that you write");
  }
  throw base::Error(base::Fault::invalid,
                    "several layouts fit its header; say which it is with "
                    "--layout: " +
                        names_of(fitting));
}

}  // namespace acquire
