#include "layout/reading.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/error.hpp"
#include "base/text.hpp"

namespace layout {

namespace {

using Positions = std::unordered_map<std::string, std::size_t>;

Positions positions_of(std::span<const std::string> header) {
  Positions positions;
  for (std::size_t i = 0; i < header.size(); ++i) positions.emplace(base::fold_tight(header[i]), i);
  return positions;
}

std::optional<std::size_t> position_of(const Column& column, const Positions& positions) {
  for (const auto& name : column.headers) {
    if (const auto found = positions.find(name); found != positions.end()) return found->second;
  }
  return {};
}

std::string joined(std::span<const std::string> names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

void require_distinct(std::span<const std::string> header) {
  std::unordered_map<std::string, std::size_t> seen;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const auto folded = base::fold_tight(header[i]);
    if (folded.empty()) continue;
    const auto [earlier, is_new] = seen.emplace(folded, i);
    if (is_new) continue;
    throw base::Error(base::Fault::invalid,
                      "the header " + base::quoted(header[i]) + " is there twice, in columns " +
                          std::to_string(earlier->second + 1) + " and " + std::to_string(i + 1) +
                          ": rename one of them, so that it is clear which is meant");
  }
}

void require_complete(const Layout& layout, std::span<const std::string> header) {
  const auto missing = missing_columns(layout, header);
  if (missing.empty()) return;
  std::string shown;
  for (const auto& name : header) shown += (shown.empty() ? "" : ", ") + base::quoted(name);
  if (shown.size() > 600) shown = shown.substr(0, 600) + " …";
  throw base::Error(base::Fault::invalid,
                    "the layout " + layout.name + " needs the column" +
                        (missing.size() > 1 ? "s " : " ") + joined(missing) +
                        ", which the header does not have; its headers are " + shown +
                        "; rename a header, add it to the layout, or choose another layout");
}

void find_unknown(Reading& reading) {
  std::vector<bool> known(reading.header.size(), false);
  for (std::size_t i = 0; i < reading.positions.size(); ++i) {
    if (!reading.positions[i]) continue;
    known[*reading.positions[i]] = true;
    if (reading.layout.columns[i].dropped) reading.dropped.push_back(*reading.positions[i]);
  }
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (known[i]) continue;
    if (!reading.header[i].empty()) reading.not_understood.push_back(reading.header[i]);
    if (!reading.layout.keeps_unknown_columns) reading.dropped.push_back(i);
  }
  std::sort(reading.dropped.begin(), reading.dropped.end());
}

void add_check(Reading& reading, Form form, const CellSource& source) {
  const auto there = [&](auto column) { return reading.positions[column].has_value(); };
  if (form == Form::text || std::none_of(source.columns.begin(), source.columns.end(), there))
    return;
  const ValueCheck check{form, source};
  auto& checks = reading.checks;
  if (std::find(checks.begin(), checks.end(), check) == checks.end()) checks.push_back(check);
}

void find_checks(Reading& reading) {
  const auto& layout = reading.layout;
  for (const auto& mention : layout.mentions) {
    for (const auto& rule : mention.attributes)
      add_check(reading, form_of(rule.attribute), rule.source);
  }
  for (const auto& link : layout.links) {
    // The record's own times are read, and so checked, anyway.
    const bool is_checked =
        link.time == layout.record.happened || link.time == layout.record.recorded;
    if (!is_checked) add_check(reading, Form::time, link.time);
    if (link.strength) add_check(reading, Form::strength, {.columns = {*link.strength}});
  }
}

}  // namespace

Form form_of(model::Attribute attribute) {
  switch (attribute) {
    case model::Attribute::date_of_birth:
      return Form::date;
    case model::Attribute::latitude:
      return Form::latitude;
    case model::Attribute::longitude:
      return Form::longitude;
    case model::Attribute::amount:
      return Form::amount;
    case model::Attribute::duration_s:
      return Form::duration;
    default:
      return Form::text;
  }
}

std::vector<std::string> missing_columns(const Layout& layout,
                                         std::span<const std::string> header) {
  const auto positions = positions_of(header);
  std::vector<std::string> missing;
  for (const auto& column : layout.columns) {
    if (column.required && !position_of(column, positions)) missing.push_back(column.name);
  }
  return missing;
}

Reading bind(const Layout& layout, std::span<const std::string> header) {
  require_distinct(header);
  require_complete(layout, header);
  Reading reading{.layout = layout, .header = {header.begin(), header.end()}};
  const auto positions = positions_of(header);
  for (const auto& column : layout.columns)
    reading.positions.push_back(position_of(column, positions));
  find_unknown(reading);
  find_checks(reading);
  return reading;
}

std::vector<std::string> header_of(const Layout& layout, std::size_t width) {
  std::vector<std::string> header;
  for (const auto& column : layout.columns) {
    if (header.size() < width) header.push_back(column.name);
  }
  return header;
}

}  // namespace layout
