#include "layout/check_row.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/text.hpp"
#include "layout/detail/problem.hpp"
#include "layout/detail/record_fields.hpp"
#include "layout/detail/row.hpp"
#include "layout/nearest_word.hpp"

namespace layout {

namespace {

std::optional<Rejection> check_width(const Reading& reading,
                                     std::span<const std::string_view> cells) {
  const auto width = reading.header.size();
  if (cells.size() == width) return {};
  const auto has = "it has " + std::to_string(cells.size()) + " cells where the header has " +
                   std::to_string(width);
  if (cells.size() < width) return Rejection{"", has + ": look for a line break or a lost cell"};
  const auto beyond = cells.subspan(width);
  const bool only_blanks =
      std::all_of(beyond.begin(), beyond.end(), [](auto cell) { return base::trim(cell).empty(); });
  if (only_blanks) return {};
  return Rejection{"", has + ": look for a delimiter inside a cell without quotes"};
}

std::optional<Rejection> check_values(const Row& row, std::string& scratch, std::string& result) {
  const auto& reading = row.reading();
  const auto order = reading.layout.date_order;
  for (const auto& check : reading.checks) {
    std::optional<Rejection> rejection;
    row.for_each_text(check.source, scratch, [&](auto text) {
      if (rejection || canonical(check.form, text, order, result)) return;
      rejection = Rejection{header_of(reading, check.source), problem_of(check.form, order),
                            std::string(text)};
    });
    if (rejection) return rejection;
  }
  return {};
}

std::optional<Rejection> check_role(const Row& row, const LinkRule& link) {
  if (!link.role_column) return {};
  const auto text = row.cell(*link.role_column);
  const auto is_this = [&](const auto& role) { return equals_lower(text, role.value); };
  if (std::any_of(link.roles.begin(), link.roles.end(), is_this)) return {};
  const auto& mentions = row.reading().layout.mentions;
  if (!row.is_present(mentions[link.from]) || !row.is_present(mentions[link.to]) ||
      !row.holds(link.when))
    return {};
  const auto header = header_of(row.reading(), {.columns = {*link.role_column}});
  if (text.empty()) return Rejection{header, "it says no role of the " + mentions[link.from].slot};
  std::vector<std::string> known;
  for (const auto& role : link.roles) known.push_back(role.value);
  return Rejection{header, "is no role that the layout knows" + suggestion(text, known),
                   std::string(text)};
}

}  // namespace

std::string problem_of(Form form, base::DateOrder order) {
  switch (form) {
    case Form::date:
    case Form::time:
      return "is no date in the calendar, read as " + std::string(base::name_of(order));
    case Form::latitude:
      return "is no latitude: it must be from -90 to 90 degrees";
    case Form::longitude:
      return "is no longitude: it must be from -180 to 180 degrees";
    case Form::amount:
      return "is no amount: write a number such as 1234.50";
    case Form::duration:
      return "is no duration: write seconds, or hh:mm:ss";
    case Form::strength:
      return "is no strength: write a number from 0";
    case Form::text:
      break;
  }
  return "";
}

std::string Rejection::sentence() const {
  return text.empty() ? reason : base::quoted(text) + " " + reason;
}

RowChecker::RowChecker(const Reading& reading, model::Label batch_label, model::Tier ceiling)
    : reading_(reading), batch_label_(std::move(batch_label)), ceiling_(ceiling) {
  const auto& rule = reading.layout.record;
  for (const auto* source : {&rule.marking, &rule.handling, &rule.conditions, &rule.compartments,
                             &rule.groups, &rule.grading}) {
    for (auto column : source->columns) {
      if (reading.positions[column]) label_columns_.push_back(column);
    }
  }
}

std::optional<Rejection> RowChecker::read_label(std::span<const std::string_view> cells,
                                                std::optional<std::size_t>& number) {
  const Row row(reading_, cells);
  key_.clear();
  for (auto column : label_columns_) {
    key_ += row.cell(column);
    key_ += model::cell_separator;
  }
  if (const auto known = label_of_cells_.find(key_); known != label_of_cells_.end()) {
    number = known->second;
    return {};
  }
  auto label = label_of(row, batch_label_, ceiling_);
  if (auto* rejection = std::get_if<Rejection>(&label)) return std::move(*rejection);
  number = labels_.size();
  labels_.push_back(std::move(std::get<model::Label>(label)));
  label_of_cells_.emplace(key_, *number);
  return {};
}

std::optional<Rejection> RowChecker::check(std::span<const std::string_view> cells,
                                           CheckedRow& checked) {
  checked = {};
  // A row of the wrong width may have its label's cells in other columns.
  auto width = check_width(reading_, cells);
  if (!width || has_one_label()) {
    if (auto rejection = read_label(cells, checked.label)) return rejection;
  }
  if (width) return width;
  const Row row(reading_, cells);
  const auto& rule = reading_.layout.record;
  if (auto rejection = read_grading(row, checked.grading)) return rejection;
  if (auto rejection = read_time(row, rule.happened, checked.happened)) return rejection;
  if (auto rejection = read_time(row, rule.recorded, checked.recorded)) return rejection;
  if (auto rejection = read_retention(row, checked.retention)) return rejection;
  if (auto rejection = check_values(row, scratch_, canonical_)) return rejection;
  for (const auto& link : reading_.layout.links) {
    if (auto rejection = check_role(row, link)) return rejection;
  }
  return {};
}

}  // namespace layout
