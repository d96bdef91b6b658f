#include "threat/control.hpp"

#include <set>

namespace threat {

std::int64_t control_weight_thousandths(const std::vector<ControlLine>& lines,
                                        const Tables& tables) {
  std::set<ControlEvidence> kinds;
  std::int64_t sum = 0;
  for (const auto& line : lines) {
    if (kinds.insert(line.evidence).second)
      sum += tables.control_rule(line.evidence).weight_thousandths;
  }
  return sum;
}

std::string control_sentence(const ControlLine& line, const Tables& tables) {
  return tables.control_rule(line.evidence).title + " (" + std::to_string(line.count) + ")";
}

}  // namespace threat
