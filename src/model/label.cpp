#include "model/label.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace model {

namespace {

template <class T>
std::vector<T> united(std::vector<T> left, const std::vector<T>& right) {
  left.insert(left.end(), right.begin(), right.end());
  std::sort(left.begin(), left.end());
  left.erase(std::unique(left.begin(), left.end()), left.end());
  return left;
}

// Separators of a key are control characters that no name may hold; names are stripped of them.
constexpr char between_parts = '\x1d', between_clauses = '\x1e', between_names = '\x1f';

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) {
    for (char c : name) {
      if (c < between_parts || c > between_names) text += c;
    }
    text += between_names;
  }
  return text;
}

std::vector<std::string> names_of(std::string_view text) {
  std::vector<std::string> names;
  for (auto name : base::split(text, between_names)) names.emplace_back(name);
  names.pop_back();  // each name ends with a separator, so what follows the last is empty
  return names;
}

}  // namespace

Label join(const Label& left, const Label& right) {
  return {.tier = std::max(left.tier, right.tier),
          .compartments = united(left.compartments, right.compartments),
          .groups = united(left.groups, right.groups),
          .handling = std::max(left.handling, right.handling),
          .conditions = united(left.conditions, right.conditions)};
}

std::optional<std::string> problem_with(const Label& label, Tier ceiling) {
  if (label.tier != Tier::unreadable && label.tier > ceiling) {
    return "it is marked " + std::string(marking(label.tier)) +
           ", but this installation may hold nothing above " + std::string(marking(ceiling)) +
           "; move it to the system for that marking";
  }
  if (label.handling == Handling::C && label.conditions.empty()) {
    return "handling code C needs its conditions in words; state them or use P";
  }
  return {};
}

std::string to_key(const Label& label) {
  std::string key(base::name_of(label.tier));
  key += between_parts + joined(label.compartments) + between_parts;
  for (const auto& clause : label.groups) key += joined(clause) + between_clauses;
  key += between_parts;
  key += base::name_of(label.handling);
  return key + between_parts + joined(label.conditions);
}

Label label_of_key(std::string_view key) {
  const auto parts = base::split(key, between_parts);
  Label unreadable{.tier = Tier::unreadable};
  if (parts.size() != 5) return unreadable;
  Label label;
  label.tier = base::named<Tier>(parts[0]).value_or(Tier::unreadable);
  label.compartments = names_of(parts[1]);
  auto clauses = base::split(parts[2], between_clauses);
  clauses.pop_back();
  for (auto clause : clauses) label.groups.push_back(names_of(clause));
  label.handling = base::named<Handling>(parts[3]).value_or(Handling::C);
  label.conditions = names_of(parts[4]);
  // A key that says more than was understood of it must not open anything.
  return to_key(label) == key ? label : unreadable;
}

std::string_view marking(Tier tier) {
  switch (tier) {
    case Tier::official:
      return "OFFICIAL";
    case Tier::official_sensitive:
      return "OFFICIAL-SENSITIVE";
    case Tier::secret:
      return "SECRET";
    case Tier::top_secret:
      return "TOP SECRET";
    case Tier::unreadable:
      return "MARKING UNREADABLE";
  }
  return "";
}

Tier tier_of_marking(std::string_view text) {
  const auto tight = base::fold_tight(text);
  if (tight == "official" || tight == "o") return Tier::official;
  if (tight == "officialsensitive" || tight == "os") return Tier::official_sensitive;
  if (tight == "secret" || tight == "s") return Tier::secret;
  if (tight == "topsecret" || tight == "ts") return Tier::top_secret;
  return Tier::unreadable;
}

std::optional<Handling> parse_handling(std::string_view text) {
  const auto tight = base::fold_tight(text);
  if (tight == "p") return Handling::P;
  if (tight == "c") return Handling::C;
  return {};
}

}  // namespace model
