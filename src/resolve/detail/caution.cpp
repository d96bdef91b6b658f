#include "resolve/detail/caution.hpp"

#include "resolve/detail/score.hpp"

namespace resolve::detail {

namespace {

// An agreement that a stranger shares less than once in eight times counts as speaking for one
// person.
constexpr Bits speaks_for = 3 * one_bit;

// Words of the shorter name for which the other has no counterpart: one name is not a shortened
// form of the other.
bool names_conflict(Level level) { return level != missing && (level - 1) % 3 != 2; }

struct Evidence {
  bool names_conflict = false, births_differ = false;
  bool by_birth = false, by_number = false, by_home = false;
};

void weigh(const Field& field, Level level, Evidence& evidence) {
  const bool speaks = level > different && field.weights[level] >= speaks_for;
  switch (field.kind) {
    case Kind::name:
      evidence.names_conflict = names_conflict(level);
      break;
    case Kind::date:
      evidence.births_differ =
          level != missing && level < static_cast<Level>(DateLevel::two_digits);
      evidence.by_birth = evidence.by_birth || (speaks && !evidence.births_differ);
      break;
    case Kind::identifier:
      evidence.by_number =
          evidence.by_number || (speaks && level >= first_exact_level(Kind::identifier));
      break;
    case Kind::code:
    case Kind::text:
    case Kind::surroundings:
      evidence.by_home = evidence.by_home || speaks;
      break;
    case Kind::category:
      break;
  }
}

Evidence evidence_of(const Model& model, std::span<const Level> levels) {
  Evidence evidence;
  for (std::size_t f = 0; f < levels.size(); ++f) weigh(model.fields[f], levels[f], evidence);
  return evidence;
}

bool is_corroborated(const Evidence& evidence) {
  if (evidence.births_differ) return evidence.by_number && !evidence.names_conflict;
  if (evidence.names_conflict) return evidence.by_birth || evidence.by_number;
  return evidence.by_birth || evidence.by_number || evidence.by_home;
}

}  // namespace

bool is_corroborated(const Model& model, std::span<const Level> levels) {
  return is_corroborated(evidence_of(model, levels));
}

Share posterior(const Model& model, std::span<const Level> levels) {
  if (model.is_cautious && !is_corroborated(model, levels)) return 0;
  return share(score(model, levels));
}

Share support(const Model& model, std::span<const Level> levels) {
  if (!model.is_cautious) return share(score(model, levels));
  const auto evidence = evidence_of(model, levels);
  if (evidence.names_conflict && evidence.births_differ) return -whole;
  if (evidence.births_differ && !is_corroborated(evidence)) return 0;
  return share(score(model, levels));
}

}  // namespace resolve::detail
