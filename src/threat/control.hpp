#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/enum_names.hpp"
#include "threat/tables.hpp"

namespace threat {

/// To be said wherever evidence of control is shown.
inline constexpr std::string_view control_caveat =
    "evidence of control as far as it was collected: those thought to lead are looked at more";

/// One kind of evidence that somebody controls what a network does, with the records that say so.
struct ControlLine {
  ControlEvidence evidence;
  std::uint32_t count;                 ///< of what the kind counts: payers, vehicles' users, forces
  std::vector<std::uint32_t> records;  ///< ascending; the first few of many
  bool operator==(const ControlLine&) const = default;
};

/// The summed weights of the kinds of evidence among the lines, each kind once, in thousandths of a
/// normal score, so that it adds to a prominence.
std::int64_t control_weight_thousandths(const std::vector<ControlLine>& lines,
                                        const Tables& tables);

/// "Receives money from those whom members pay and keeps it (12)".
std::string control_sentence(const ControlLine& line, const Tables& tables);

}  // namespace threat
