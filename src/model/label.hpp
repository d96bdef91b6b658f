#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum_names.hpp"

namespace model {

/// Government Security Classifications (Cabinet Office, August 2024), with OFFICIAL-SENSITIVE as a
/// step of its own. `unreadable` stands above all: a marking that nobody could read is for
/// custodians only.
enum class Tier { official, official_sensitive, secret, top_secret, unreadable };

/// The handling code of the 3x5x2 intelligence report: P, lawful sharing permitted; C, permitted
/// with conditions.
enum class Handling { P, C };

/// Who may see a record: tier, and every compartment, and of each group clause any one group; and
/// how it is handled. All lists are sorted and without repeats. A record's own label has at most
/// one group clause; joins may have more.
struct Label {
  Tier tier = Tier::official_sensitive;
  std::vector<std::string> compartments;
  std::vector<std::vector<std::string>> groups;
  Handling handling = Handling::P;
  std::vector<std::string> conditions;  ///< in words; of handling C
  auto operator<=>(const Label&) const = default;
};

/// The label of what was derived from both: whoever may see it may see both.
Label join(const Label& left, const Label& right);

/// What is wrong with a label in an installation that may hold nothing above `ceiling`; nothing if
/// it is well.
std::optional<std::string> problem_with(const Label& label, Tier ceiling);

/// One text per label and one label per text; a text that to_key never gave is an unreadable label.
std::string to_key(const Label& label);
Label label_of_key(std::string_view key);

/// As it is printed: "OFFICIAL-SENSITIVE".
std::string_view marking(Tier tier);
/// Reads a marking as forces write it ("Official - Sensitive", "OS", "O-S"); `unreadable` if it is
/// none.
Tier tier_of_marking(std::string_view text);
/// Reads "P", "C", "p" …; nothing if it is neither.
std::optional<Handling> parse_handling(std::string_view text);

}  // namespace model

template <>
struct base::EnumNames<model::Tier> {
  static constexpr std::array<std::string_view, 5> names = {"official", "official_sensitive",
                                                            "secret", "top_secret", "unreadable"};
};

template <>
struct base::EnumNames<model::Handling> {
  static constexpr std::array<std::string_view, 2> names = {"P", "C"};
};
