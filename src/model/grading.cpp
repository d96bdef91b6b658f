#include "model/grading.hpp"

#include "base/text.hpp"

namespace model {

namespace {

// Legacy 5x5x5, letters for the source and digits for the information: the mapping that most forces
// use.
constexpr std::string_view legacy_sources = "abcde", legacy_source_codes = "11232";
constexpr std::string_view legacy_assessments = "12345", legacy_assessment_codes = "aabde";

std::optional<Grading> of_codes(char source, char assessment) {
  if (source < '1' || source > '3' || assessment < 'a' || assessment > 'e') return {};
  return Grading{static_cast<SourceEvaluation>(source - '1'),
                 static_cast<Assessment>(assessment - 'a')};
}

}  // namespace

std::string to_string(Grading grading) {
  return {static_cast<char>('1' + static_cast<int>(grading.source)),
          static_cast<char>('A' + static_cast<int>(grading.assessment))};
}

std::optional<Grading> parse_grading(std::string_view text) {
  const auto tight = base::fold_tight(text);
  if (tight.size() < 2 || tight.size() > 3) return {};
  const auto legacy_source = legacy_sources.find(tight[0]);
  if (legacy_source == std::string_view::npos) return of_codes(tight[0], tight[1]);
  const auto legacy_assessment = legacy_assessments.find(tight[1]);
  if (legacy_assessment == std::string_view::npos) return {};
  return of_codes(legacy_source_codes[legacy_source], legacy_assessment_codes[legacy_assessment]);
}

}  // namespace model
