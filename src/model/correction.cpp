#include "model/correction.hpp"

#include <map>

namespace model {

std::vector<Correction> standing(const std::vector<Correction>& corrections) {
  std::map<ReadValue, const Correction*> latest;
  for (const auto& each : corrections) latest[each.value] = &each;
  std::vector<Correction> result;
  for (const auto& [value, correction] : latest) {
    if (correction->remedy != Remedy::restore) result.push_back(*correction);
  }
  return result;
}

}  // namespace model
