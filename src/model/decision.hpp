#pragma once

#include <string>

#include "base/date.hpp"
#include "base/enum_names.hpp"
#include "base/id.hpp"
#include "model/label.hpp"
#include "model/reference.hpp"

namespace model {

using DecisionId = base::Id<struct DecisionKind>;

enum class Verdict { same, different, unsure };

/// One mention of one record, as a decision names it.
struct MentionReference {
  Reference record;
  std::string slot;
  auto operator<=>(const MentionReference&) const = default;
};

/// What a named person decided about two mentions. Undone by another decision on the same two: the
/// latest counts.
struct Decision {
  DecisionId id;
  MentionReference left, right;
  Verdict verdict = Verdict::unsure;
  std::string decided_by, reason;
  base::Seconds decided = 0;
  Label label;  ///< the join of all that was open when it was taken
};

}  // namespace model

template <>
struct base::EnumNames<model::Verdict> {
  static constexpr std::array<std::string_view, 3> names = {"same", "different", "unsure"};
};
