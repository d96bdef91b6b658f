#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "simulate/random.hpp"

namespace simulate {

enum class Sex : std::uint8_t { male, female };

/// One given or family name of one origin, in 32 bits: the origin, and its rank in that origin's
/// list or, beyond it, which syllables it is composed of.
struct NameCode {
  std::uint32_t value = 0;
  bool operator==(const NameCode&) const = default;
  std::uint32_t origin() const { return value >> 24; }
};

/// The names of data/simulate: an own, written-down selection; any likeness of a person who bears
/// them to a living one is chance.
class Names {
 public:
  Names();

  std::uint32_t origins() const { return static_cast<std::uint32_t>(origins_.size()); }
  const std::string& origin_name(std::uint32_t origin) const { return origins_[origin].name; }
  double origin_share(std::uint32_t origin) const { return origins_[origin].share; }
  bool is_family_first(std::uint32_t origin) const { return origins_[origin].family_first; }

  /// Common names after Zipf; about one in twelve is rare and composed.
  NameCode draw_given(std::uint32_t origin, Sex sex, Random& random) const;
  NameCode draw_family(std::uint32_t origin, Random& random) const;

  std::string given(NameCode code, Sex sex) const;
  std::string family(NameCode code, Sex sex) const;  ///< Kowalski, but Kowalska for a woman

  const std::vector<std::string>* nicknames(std::string_view given) const;
  const std::vector<std::string>* spellings(std::string_view name) const;

 private:
  struct Origin {
    std::string name;
    double share = 0;
    bool family_first = false;
    std::string male_ending, female_ending;
    std::vector<std::string> male, female, family, given_start, given_end, family_start, family_end;
  };
  struct Group {
    std::string name;
    std::vector<std::string> others;
  };

  void read_origins(std::string_view text);
  static std::vector<Group> read_groups(std::string_view text, bool every_member);
  static const std::vector<std::string>* find(const std::vector<Group>& groups,
                                              std::string_view name);

  std::vector<Origin> origins_;
  std::vector<Group> nicknames_, spellings_;  // sorted by name
};

}  // namespace simulate
