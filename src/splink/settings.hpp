#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "splink/expression.hpp"

namespace splink {

/// Members of the file that no score depends on, as JSON text, so that they are written back.
using OtherMembers = std::vector<std::pair<std::string, std::string>>;

/// A branch of a comparison: the first whose condition is true is the pair's level.
struct Level {
  std::string condition;           ///< as in the file; "ELSE" for the last
  std::optional<Expression> test;  ///< nothing for ELSE
  bool is_null = false;            ///< says nothing either way: weight 0
  std::optional<double> m, u;      ///< among matches, among others; nothing if untrained
  std::optional<std::string> term_frequency_column;
  std::optional<double> term_frequency_weight, term_frequency_minimum;
  std::optional<bool> own_u_for_term_frequency;  ///< disable_tf_exact_match_detection
  std::optional<std::string> label;
  OtherMembers others;
};

struct Comparison {
  std::string name;  ///< output_column_name
  std::vector<Level> levels;
  OtherMembers others;
};

struct BlockingRule {
  std::string condition;
  bool is_plain = false;  ///< a string in the file, as version 3 wrote it, rather than an object
  std::vector<std::string> arrays_to_explode;
  OtherMembers others;
};

enum class LinkType { dedupe_only, link_only, link_and_dedupe };

/// A model file of Splink, versions 3 to 5: settings and what was learned in one.
struct Settings {
  LinkType link_type = LinkType::dedupe_only;
  std::optional<double> prior;  ///< probability_two_random_records_match
  std::optional<std::string> unique_id_column, source_dataset_column;
  std::vector<BlockingRule> blocking_rules;
  std::vector<Comparison> comparisons;
  OtherMembers others;

  double prior_or_default() const { return prior.value_or(0.0001); }
  std::string id_column() const { return unique_id_column.value_or("unique_id"); }
  std::string source_column() const { return source_dataset_column.value_or("source_dataset"); }
};

/// Throws base::Error (invalid) with a sentence for what is no such file, or has a condition that
/// cannot be read; the sentence quotes the condition.
Settings read_settings(std::string_view json);

enum class Version { as_read, three, four, five };

/// What was read and written back is the same JSON up to formatting and order of members.
/// For another version, what that version does not know is left out or renamed.
std::string write_settings(const Settings& settings, Version version = Version::as_read);

std::string_view to_string(LinkType type);

}  // namespace splink
