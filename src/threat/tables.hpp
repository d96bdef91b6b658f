#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum_names.hpp"
#include "model/vocabulary.hpp"

namespace threat {

/// Harm in thousandths of a day of imprisonment, the unit of the Cambridge Crime Harm Index
/// (Sherman, Neyroud & Neyroud 2016: the starting-point sentence of a first offender), so that sums
/// do not depend on their order.
using Harm = std::int64_t;
constexpr Harm harm_per_day = 1000;

/// How much an offence weighs, and on whose word. `basis` says what kind of figure it is: of the
/// offence itself, of a subgroup it belongs to, or a judgement of ours until the official workbook
/// is loaded.
struct OffenceWeight {
  std::string offence, title;
  Harm weight = 0;
  std::string basis, source;
};

/// The share of an event's harm that counts for someone in that role.
struct Responsibility {
  model::LinkRole role;
  std::int64_t thousandths = 0;
  std::string source;
};

/// A kind of exploitation, and the offences that tell it. A new one is a new row: no code knows any
/// of them.
struct ThreatType {
  std::string key, title;
  std::vector<std::string> offences;
};

/// What may show that somebody controls what others do (design: the second half of finding
/// controlling minds).
enum class ControlEvidence {
  paid_by_paid,
  instructs,
  recruits,
  exploits,
  vehicle,
  premises,
  span,
  remains,
  collects
};
constexpr std::size_t control_evidence_count = 9;

/// How much a kind of evidence adds to a normal score of prominence.
struct ControlRule {
  ControlEvidence evidence;
  std::int64_t weight_thousandths = 0;
  std::string title, source;
};

/// The rules of ranking, all of them data (data/threat/*.csv, or the force's own).
struct Tables {
  std::vector<OffenceWeight> offences;
  std::vector<Responsibility> responsibilities;
  std::vector<ThreatType> threat_types;
  std::vector<ControlRule> control_rules;  ///< one for each kind, in the order of the enumeration
  std::int64_t harm_half_life_days = 0, new_within_days = 0;

  const OffenceWeight* offence(std::string_view key) const;
  /// 0 for a role that carries no responsibility.
  std::int64_t responsibility_thousandths(model::LinkRole role) const;
  /// Position in threat_types of the type an offence tells; nothing for an everyday offence.
  std::optional<std::size_t> threat_type_of_offence(std::string_view offence) const;
  std::optional<std::size_t> threat_type(std::string_view key) const;
  const ControlRule& control_rule(ControlEvidence evidence) const {
    return control_rules[static_cast<std::size_t>(evidence)];
  }
};

/// As shipped with this release.
const Tables& shipped_tables();

/// Reads `offence,title,days,basis,source` as a force or the official workbook's user would hand it
/// in. Throws Fault::invalid with row and column.
std::vector<OffenceWeight> parse_offence_weights(std::string_view csv);

/// All of the tables in one text: what a picture's manifest is hashed over.
std::string canonical_text(const Tables& tables);

}  // namespace threat

template <>
struct base::EnumNames<threat::ControlEvidence> {
  static constexpr std::array<std::string_view, threat::control_evidence_count> names = {
      "paid_by_paid", "instructs", "recruits", "exploits", "vehicle",
      "premises",     "span",      "remains",  "collects"};
};
