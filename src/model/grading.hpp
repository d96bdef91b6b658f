#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/enum_names.hpp"

namespace model {

/// The 3x5x2 grade of one item of information (College of Policing APP, intelligence management):
/// how good the source is, and how the source knows. The handling code, its third part, belongs to
/// the label.
enum class SourceEvaluation { reliable, untested, not_reliable };
enum class Assessment {
  known_directly,                 ///< A
  known_indirectly_corroborated,  ///< B
  known_indirectly,               ///< C
  not_known,                      ///< D
  suspected_false,                ///< E
};

struct Grading {
  SourceEvaluation source = SourceEvaluation::untested;
  Assessment assessment = Assessment::not_known;
  auto operator<=>(const Grading&) const = default;
};

/// "1A" … "3E".
std::string to_string(Grading grading);

/// Reads a 3x5x2 grade ("1A", "2 c", "1-A-P": a handling code after it is left to the caller) or a
/// legacy 5x5x5 one
/// ("B2", with the commonest mapping; forces differ on C). Nothing if it is neither.
std::optional<Grading> parse_grading(std::string_view text);

}  // namespace model

template <>
struct base::EnumNames<model::SourceEvaluation> {
  static constexpr std::array<std::string_view, 3> names = {"reliable", "untested", "not_reliable"};
};

template <>
struct base::EnumNames<model::Assessment> {
  static constexpr std::array<std::string_view, 5> names = {
      "known_directly", "known_indirectly_corroborated", "known_indirectly", "not_known",
      "suspected_false"};
};
