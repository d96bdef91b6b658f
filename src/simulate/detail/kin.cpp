#include "simulate/detail/kin.hpp"

#include <algorithm>

namespace simulate {

Kin::Kin(const Population& population) : population_(population) {
  for (PersonId child = 0; child < population.people.size(); ++child) {
    const Person& person = population.people[child];
    for (const PersonId parent : {person.mother, person.father}) {
      if (parent != nobody) children_.emplace_back(parent, child);
    }
  }
  std::sort(children_.begin(), children_.end());
}

void Kin::add_children(PersonId parent, std::vector<PersonId>& found) const {
  if (parent == nobody) return;
  auto child = std::lower_bound(children_.begin(), children_.end(), std::pair(parent, PersonId{0}));
  for (; child != children_.end() && child->first == parent; ++child) {
    if (std::find(found.begin(), found.end(), child->second) == found.end())
      found.push_back(child->second);
  }
}

std::vector<PersonId> Kin::of(PersonId person) const {
  const Person& self = population_.people[person];
  const Household& household = population_.households[self.household];
  std::vector<PersonId> found{person};
  for (std::uint32_t i = 0; i < household.members; ++i) {
    if (household.first + i != person) found.push_back(household.first + i);
  }
  std::vector<PersonId> uncles;
  for (const PersonId parent : {self.mother, self.father}) {
    add_children(parent, found);
    if (parent == nobody) continue;
    add_children(population_.people[parent].mother, uncles);
    add_children(population_.people[parent].father, uncles);
  }
  for (const PersonId uncle : uncles) {
    if (uncle == self.mother || uncle == self.father) continue;
    if (std::find(found.begin(), found.end(), uncle) == found.end()) found.push_back(uncle);
    add_children(uncle, found);
  }
  found.erase(found.begin());
  return found;
}

}  // namespace simulate
