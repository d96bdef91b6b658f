#include "layout/layout.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/text.hpp"
#include "layout/detail/embedded.hpp"
#include "layout/detail/node.hpp"
#include "layout/detail/repeat.hpp"
#include "layout/detail/rules.hpp"

namespace layout {

namespace {

using Keys = std::vector<std::string>;

Node::Json json_of(std::string_view text) {
  try {
    return Node::Json::parse(text, nullptr, true, true);
  } catch (const Node::Json::parse_error& error) {
    const auto before = text.substr(0, std::min(error.byte, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    throw base::Error(base::Fault::invalid,
                      "the layout file is not JSON at line " + std::to_string(line) +
                          "; look there for a missing comma, quote or bracket");
  }
}

Column column_rule_of(const std::string& name, const Node& node) {
  static const Keys keys = {"required", "headers", "drop"};
  Column column{.name = name, .headers = {base::fold_tight(name)}};
  const auto add_headers = [&](const Node& headers) {
    for (const auto& header : headers.texts()) column.headers.push_back(base::fold_tight(header));
  };
  if (!node.is_object()) {
    add_headers(node);
    return column;
  }
  node.require_only(keys);
  if (const auto required = node.find("required")) column.required = required->truth();
  if (const auto drop = node.find("drop")) column.dropped = drop->truth();
  if (const auto headers = node.find("headers")) add_headers(*headers);
  return column;
}

char delimiter_of(const Node& node) {
  const auto text = node.text();
  if (text == "tab") return '\t';
  if (text.size() != 1) node.fail("one character, or \"tab\", is wanted here");
  return text[0];
}

void read_head(const Node& file, Layout& layout) {
  layout.name = file.at("name").text();
  layout.title = file.at("title").text();
  layout.version = file.at("version").count();
  if (const auto kind = file.find("source_kind")) layout.source_kind = kind->text();
  if (const auto header = file.find("header")) layout.has_header = header->truth();
  if (const auto delimiter = file.find("delimiter")) layout.delimiter = delimiter_of(*delimiter);
  if (const auto order = file.find("date_order"))
    layout.date_order = order->named<base::DateOrder>(order->text(), "date order");
  if (const auto missing = file.find("missing")) {
    for (const auto& text : missing->texts())
      layout.missing.push_back(base::to_lower_ascii(base::trim(text)));
  }
  if (const auto unknown = file.find("unknown_columns")) {
    static const Keys choices = {"keep", "drop"};
    const auto choice = unknown->text();
    layout.keeps_unknown_columns = choice == "keep";
    if (choice != "keep" && choice != "drop") unknown->fail_unknown("choice", choice, choices);
  }
}

}  // namespace

Layout parse_layout(std::string_view text) {
  static const Keys keys = {
      "name",       "version", "title",  "source_kind",     "header",   "missing", "delimiter",
      "date_order", "columns", "record", "unknown_columns", "mentions", "links",   "repeat"};
  auto json = json_of(text);
  expand_repeats(json);
  const Node file(json, "");
  file.require_only(keys);
  Layout layout;
  layout.text = text;
  read_head(file, layout);
  for (const auto& [name, column] : file.at("columns").members())
    layout.columns.push_back(column_rule_of(name, column));
  if (const auto record = file.find("record")) layout.record = record_rule_of(*record, layout);
  for (const auto& [slot, mention] : file.at("mentions").members())
    layout.mentions.push_back(mention_rule_of(slot, mention, layout));
  if (const auto links = file.find("links")) {
    for (const auto& link : links->items()) layout.links.push_back(link_rule_of(link, layout));
  }
  return layout;
}

std::vector<Layout> shipped_layouts() {
  std::vector<Layout> layouts;
  for (std::size_t i = 0; i < embedded_file_count; ++i)
    layouts.push_back(parse_layout(embedded_files[i].content));
  std::sort(layouts.begin(), layouts.end(),
            [](const auto& left, const auto& right) { return left.name < right.name; });
  return layouts;
}

}  // namespace layout
