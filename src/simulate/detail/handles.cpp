#include "simulate/detail/handles.hpp"

#include "base/text.hpp"
#include "simulate/detail/spelling.hpp"

namespace simulate {

Handle Handles::of(PersonId person) const {
  static constexpr std::string_view platforms[] = {"Chirpit", "Snapline", "PixRoom", "Gamelodge"};
  static constexpr std::string_view adjectives[] = {"lil",   "real",  "quiet", "sunny", "night",
                                                    "lucky", "royal", "mad",   "just",  "itz"};
  Random random(seed_, "handle", {person});
  const int age = population_.age(person, population_.first_day + days_covered / 2);
  if (age < 9 || !random.chance(age < 41 ? 0.65 : 0.2)) return {};
  const Person& of = population_.people[person];
  std::string name = base::to_lower_ascii(without_accents(names_.given(of.given, of.sex)));
  if (random.chance(0.35))
    name = base::to_lower_ascii(names_.given(of.middle, of.sex)).substr(0, 4);
  std::string text;
  // Letters, digits and lines only, as platforms have it.
  for (const char c : name) text += (c >= 'a' && c <= 'z') ? c : '_';
  if (random.chance(0.4)) text.insert(0, std::string(random.pick(adjectives)) + "_");
  text += std::to_string(random.chance(0.3) ? random.between(1, 99) : random.between(100, 99'999));
  return {std::string(random.pick(platforms)), text};
}

Handle Handles::as_written(PersonId person, Random& random) const {
  Handle handle = of(person);
  if (!handle.is_given()) return handle;
  if (random.chance(0.2)) handle.platform = base::to_lower_ascii(handle.platform);
  if (random.chance(0.05)) handle.name = mistype(handle.name, random);
  return handle;
}

}  // namespace simulate
