#include "model/correction.hpp"

#include <doctest/doctest.h>

namespace {

using model::Remedy;

model::Correction of(const std::string& was, Remedy remedy, const std::string& becomes = "") {
  return {.value = {{{{1}}, "person"}, model::Attribute::name, was},
          .remedy = remedy,
          .becomes = becomes};
}

// "was>becomes" of those that count.
std::string counting(const std::vector<model::Correction>& all) {
  std::string text;
  for (const auto& each : model::standing(all))
    text += (text.empty() ? "" : " ") + each.value.was + ">" + each.becomes;
  return text;
}

}  // namespace

TEST_CASE("of the corrections of one value the latest counts, and a restored one does not") {
  CHECK(counting({}) == "");
  CHECK(counting({of("Lea", Remedy::replace, "Lee")}) == "Lea>Lee");
  CHECK(counting({of("Lea", Remedy::replace, "Lee"), of("Lea", Remedy::ignore)}) == "Lea>");
  CHECK(counting({of("Lea", Remedy::replace, "Lee"), of("Lea", Remedy::restore)}) == "");
  CHECK(counting({of("Lea", Remedy::restore), of("Lea", Remedy::replace, "Lee")}) == "Lea>Lee");
  CHECK(counting({of("Obi", Remedy::ignore), of("Lea", Remedy::replace, "Lee")}) == "Lea>Lee Obi>");
}
