#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/enum_names.hpp"
#include "questions/index.hpp"

namespace questions {

/// How many records a line of an answer names; it counts them all.
constexpr std::size_t records_per_line_max = 20;

/// The records that a line of an answer rests on.
struct Citations {
  std::vector<std::uint32_t> records;  ///< the latest first; at most records_per_line_max
  std::size_t count = 0;               ///< of all of them
};

/// Which part of the evidence an answer may rest on: what happened between two times (the undated
/// counts while `from` is open), as far as it was recorded by `known_by`.
struct Window {
  std::optional<base::Seconds> from, until, known_by;

  bool is_open() const { return !from && !until && !known_by; }
  bool holds_time(std::optional<base::Seconds> when) const;
};

/// What happened and was recorded by the end of that day.
Window as_at(base::Date day);

bool holds(const Window& window, const model::EvidenceRecord& record);
/// By position in Evidence::links.
bool holds_source(const Window& window, const model::Evidence& evidence, std::uint32_t link);
/// Whether any of its sources is held.
bool holds_link(const Window& window, const picture::Picture& picture,
                const picture::EntityLink& link);
bool holds_tie(const Window& window, const model::Evidence& evidence,
               const picture::TieEvidence& tie);

/// How sure a link is, as its line is drawn: solid, dashed, dotted. The best of its records
/// counts; corroboration is for whoever grades, so no number of records makes a better grade.
///
/// - confirmed: a record graded A or B whose source is not "not reliable" (3); or one without a
///   grade, as a force's own process and machines write them (crimes, custody, calls, cameras).
/// - unconfirmed: a record graded C, or A or B from a source that is not reliable.
/// - tentative: nothing better than D (not known), E (suspected false) or C from such a source.
enum class LinkStrength { confirmed, unconfirmed, tentative };
LinkStrength strength_of_grade(const std::optional<model::Grading>& grading);

/// Gathers the records of one answer: cites them line by line, and knows the label of the whole.
class Sources {
 public:
  explicit Sources(const Index& index)
      : index_(index), is_used_(index.picture().evidence.labels.size()) {}

  /// Records in any order, repeated or not.
  Citations cite(std::vector<std::uint32_t> records);
  /// Of records that are used without being named.
  void use(std::uint32_t record);
  /// Every record that speaks of it: its caption rests on them.
  void use_entity(Entity entity);
  /// The join of the labels of all records used; OFFICIAL for none.
  model::Label label() const;

 private:
  const Index& index_;
  std::vector<bool> is_used_;
};

}  // namespace questions

template <>
struct base::EnumNames<questions::LinkStrength> {
  static constexpr std::array<std::string_view, 3> names = {"confirmed", "unconfirmed",
                                                            "tentative"};
};
