#include "layout/detail/record_fields.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace layout {

namespace {

constexpr std::string_view grade_advice =
    ": write 3x5x2, such as 2C (1 to 3, then A to E), or 5x5x5, such as B2";

std::vector<std::string> names_of(const Row& row, const CellSource& source) {
  std::string scratch;
  std::vector<std::string> names;
  const auto separator = source.split.empty() ? ";" : source.split;
  Row::for_each_piece(row.joined(source, scratch), separator,
                      [&](auto name) { names.emplace_back(name); });
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

// The third part of a grade: P or C, or 1 to 5 of 5x5x5 (P for 1, C with its meaning for the rest).
void read_handling_of_grade(std::string_view grade, model::Label& label) {
  constexpr std::array<std::string_view, 5> meanings = {
      "", "5x5x5 handling code 2: may go to United Kingdom non-prosecuting parties",
      "5x5x5 handling code 3: may go to law enforcement abroad",
      "5x5x5 handling code 4: within the originating agency only",
      "5x5x5 handling code 5: as the originator's conditions say"};
  const auto tight = base::fold_tight(grade);
  if (tight.size() < 3) return;
  const char code = tight[2];
  if (code == 'c' || (code >= '2' && code <= '5')) label.handling = model::Handling::C;
  if (code >= '2' && code <= '5')
    label.conditions.emplace_back(meanings[static_cast<std::size_t>(code - '1')]);
}

// Whole or in its two halves, of which the first character counts ("2 - Untested").
std::string grade_text(const Row& row, const RecordRule& rule) {
  std::string scratch;
  if (const auto whole = row.joined(rule.grading, scratch); !whole.empty())
    return std::string(whole);
  const auto source = base::fold_tight(row.joined(rule.source_evaluation, scratch));
  const auto assessment = base::fold_tight(row.joined(rule.assessment, scratch));
  return source.substr(0, 1) + assessment.substr(0, 1);
}

std::optional<Rejection> read_handling(const Row& row, model::Label& label) {
  const auto& rule = row.reading().layout.record;
  std::string scratch;
  const auto text = row.joined(rule.handling, scratch);
  if (text.empty()) {
    read_handling_of_grade(row.joined(rule.grading, scratch), label);
    return {};
  }
  const auto handling = model::parse_handling(text);
  if (!handling) {
    return Rejection{header_of(row.reading(), rule.handling),
                     "is no handling code: write P, or C with its conditions", std::string(text)};
  }
  label.handling = *handling;
  return {};
}

}  // namespace

std::string header_of(const Reading& reading, const CellSource& source) {
  for (auto column : source.columns) {
    if (reading.positions[column]) return reading.header[*reading.positions[column]];
  }
  return "";
}

std::variant<model::Label, Rejection> label_of(const Row& row, const model::Label& batch_label,
                                               model::Tier ceiling) {
  const auto& rule = row.reading().layout.record;
  std::string scratch;
  model::Label label{.tier = batch_label.tier};
  const auto marking = row.joined(rule.marking, scratch);
  if (!marking.empty()) label.tier = model::tier_of_marking(marking);
  if (auto rejection = read_handling(row, label)) return *rejection;
  const auto conditions = row.joined(rule.conditions, scratch);
  if (!conditions.empty()) label.conditions.emplace_back(conditions);
  label.compartments = names_of(row, rule.compartments);
  if (auto groups = names_of(row, rule.groups); !groups.empty())
    label.groups.push_back(std::move(groups));
  // Before it is joined: the batch's conditions are not the row's.
  if (auto problem = problem_with(label, ceiling)) {
    const bool is_marking = label.tier > ceiling && label.tier != model::Tier::unreadable;
    const auto& column = is_marking                   ? rule.marking
                         : rule.conditions.is_given() ? rule.conditions
                                                      : rule.handling;
    return Rejection{header_of(row.reading(), column), *problem};
  }
  return model::join(batch_label, label);
}

std::optional<Rejection> read_grading(const Row& row, std::optional<model::Grading>& grading) {
  const auto& reading = row.reading();
  const auto& rule = reading.layout.record;
  const auto text = grade_text(row, rule);
  if (text.empty()) return {};
  grading = model::parse_grading(text);
  if (grading) return {};
  const auto header = header_of(reading, rule.grading);
  return Rejection{header.empty() ? header_of(reading, rule.source_evaluation) : header,
                   "is no grade" + std::string(grade_advice), text};
}

std::optional<Rejection> read_time(const Row& row, const CellSource& source,
                                   std::optional<base::Seconds>& time) {
  std::string scratch;
  const auto text = row.joined(source, scratch);
  if (text.empty()) return {};
  const auto order = row.reading().layout.date_order;
  time = time_of(text, order);
  if (time) return {};
  return Rejection{header_of(row.reading(), source), base::quoted(text) +
                                                         " is no date in the calendar, read as " +
                                                         std::string(base::name_of(order))};
}

std::optional<Rejection> read_retention(const Row& row, model::RetentionGroup& retention) {
  const auto& rule = row.reading().layout.record.retention;
  std::string scratch;
  const auto text = row.joined(rule, scratch);
  if (text.empty()) return {};
  const auto tight = base::fold_tight(text);
  const char digit = tight.empty() ? ' ' : tight.back();
  // "2", "Group 2", "MoPI group 2"
  const bool is_group = digit >= '1' && digit <= '4' &&
                        (tight.size() == 1 || tight.find("group") == tight.size() - 6);
  if (!is_group) {
    return Rejection{header_of(row.reading(), rule),
                     "is no MoPI retention group: write 1, 2, 3 or 4", std::string(text)};
  }
  retention = static_cast<model::RetentionGroup>(digit - '0');
  return {};
}

}  // namespace layout
