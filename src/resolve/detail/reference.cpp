#include "resolve/detail/reference.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <span>

#include "base/error.hpp"
#include "base/text.hpp"
#include "resolve/detail/embedded.hpp"

namespace resolve::detail {

namespace {

/// Of one level below exact agreement: share among matches, among strangers, and the weight in
/// bits where nothing can be learned.
struct Near {
  double matches, strangers, weight;
};

// In the order of levels from "different" on (detail/levels.hpp).
constexpr Near date_near[] = {{.03, .93, -7},    {.005, .003, -3}, {.01, .035, -4}, {.02, .014, -1},
                              {.02, .010, -1.5}, {.02, .003, 1},   {.03, .0004, 5}, {.06, .002, 4}};
constexpr Near code_near[] = {
    {.20, .95, -1.5}, {.08, .03, -.5}, {.02, .01, -1}, {.04, .003, .5}, {.06, .001, 2}};
constexpr Near text_near[] = {
    {.20, .93, -1}, {.05, .03, 0}, {.06, .005, 1.5}, {.05, .005, 2}, {.06, .002, 3}};
constexpr Near category_near[] = {{.03, .50, -4}};
constexpr Near identifier_near[] = {{.30, .998, -.5}, {.04, .0005, 0}};

constexpr Near surroundings_near[] = {{.70, .998, 0}};

std::span<const Near> near_levels(Kind kind) {
  switch (kind) {
    case Kind::date:
      return date_near;
    case Kind::code:
      return code_near;
    case Kind::text:
      return text_near;
    case Kind::category:
      return category_near;
    case Kind::identifier:
      return identifier_near;
    case Kind::surroundings:
      return surroundings_near;
    case Kind::name:
      break;
  }
  return {};
}

// Exact agreement where nothing can be learned, in bits. A household shares its postcode, address
// and phone, so that these never suffice without a name.
double exact_weight(Kind kind, std::size_t bin) {
  const double rarity = 2 * static_cast<double>(bin) + 1;
  switch (kind) {
    case Kind::date:
      return 14;
    case Kind::code:
      return 7;
    case Kind::text:
      return std::clamp(rarity, 1.0, 5.0);
    case Kind::category:
      return 0.9;
    case Kind::identifier:
      return 7.5;
    case Kind::surroundings:
      return std::clamp(rarity, 1.0, 5.0);
    case Kind::name:
      break;
  }
  return 0;
}

// Shared words are worth their rarity up to a name that could be anybody's namesake; a word of the
// shorter name that meets nothing (another forename) outweighs whatever a household shares: twins
// have surname, date of birth, address and phone in common.
double name_weight(std::size_t bin, std::size_t left_over) {
  constexpr double against[] = {1, 20, 24};
  const double met = 2 * static_cast<double>(bin) + 1;
  if (bin == 0) return left_over == 0 ? 0 : -8;
  return std::min(met - against[left_over], 17.0);
}

constexpr double reference_prior = -22;      // bits: two people of one region are one
constexpr double reference_rows = 1000;      // what the reference names count, in rows
constexpr double rarity_of_unlisted = 11.5;  // bits

Bits rarity(double rows, double count) { return to_bits(std::log2(rows / count)); }

Field rarity_of_names(const EncodedTable& table) {
  Field field;
  field.name = "name";
  const auto rows = static_cast<double>(std::max<std::size_t>(table.rows(), 1));
  const auto& names = table.names;
  for (std::size_t word = 0; word < names.words.size(); ++word) {
    if (names.rows_with_word[word] < 2) continue;
    field.rarity.emplace(names.words[word], rarity(rows, names.rows_with_word[word]));
  }
  field.rarity_of_the_rest = rarity(rows, 1);
  return field;
}

Field rarity_of_values(const EncodedTable& table, std::size_t index) {
  const auto& values = table.value_field(index);
  Field field;
  field.name = table.name(index);
  field.kind = values.kind;
  const auto rows = static_cast<double>(std::max<std::size_t>(table.rows(), 1));
  const auto& texts = table.table->values(values.column);
  for (std::size_t value = 0; value < texts.size(); ++value) {
    if (values.rows_with_value[value] < 2) continue;
    field.rarity.emplace(texts[value], rarity(rows, values.rows_with_value[value]));
  }
  for (std::size_t word = 0; word < values.words.size(); ++word) {
    if (values.rows_with_word[word] < 2) continue;
    field.rarity.emplace(":" + values.words[word], rarity(rows, values.rows_with_word[word]));
  }
  field.rarity_of_the_rest = rarity(rows, 1);
  return field;
}

std::map<std::string, Bits> rarity_of_keys(const KeyFamily& family, std::size_t rows) {
  std::map<std::string, Bits> rarities;
  for (Key key = 0; key < family.numbers.size(); ++key) {
    const auto sharing = family.rows_of_key[key].size();
    if (sharing < 2) continue;
    rarities.emplace(family.numbers.text(key),
                     rarity(static_cast<double>(rows), static_cast<double>(sharing)));
  }
  return rarities;
}

Bits rarity_in(const Field& field, const std::string& value) {
  const auto found = field.rarity.find(value);
  return found == field.rarity.end() ? field.rarity_of_the_rest : found->second;
}

struct Spread {
  std::vector<double> matches, strangers;  ///< by rarity bin; matches sum to one
};

Spread spread_of_exact(const EncodedTable& table, std::size_t index, const Field& field) {
  Spread spread{std::vector<double>(rarity_bins, 1e-3), std::vector<double>(rarity_bins, 1e-9)};
  const auto& values = table.value_field(index);
  const auto& texts = table.table->values(values.column);
  double all = 0;
  for (auto count : values.rows_with_value) all += count;
  for (std::size_t value = 0; value < texts.size() && all > 0; ++value) {
    const double part = values.rows_with_value[value] / all;
    const auto bin = static_cast<std::size_t>(
        std::clamp<Bits>(rarity_in(field, texts[value]) / (2 * one_bit), 0, rarity_bins - 1));
    spread.matches[bin] += part;
    spread.strangers[bin] += part * part;
  }
  double sum = 0;
  for (double part : spread.matches) sum += part;
  for (double& part : spread.matches) part /= sum;
  return spread;
}

void normalise(std::vector<double>& shares) {
  double sum = 0;
  for (double share : shares) sum += share;
  for (double& share : shares) share /= sum;
}

void start_names(std::vector<double>& matches, std::vector<double>& strangers) {
  constexpr double matches_over[] = {.75, .18, .07}, strangers_over[] = {.05, .25, .70};
  for (std::size_t bin = 0; bin < name_bins; ++bin) {
    for (std::size_t over = 0; over <= 2; ++over) {
      const auto level = name_level(bin, over);
      matches[level] = (bin < 4 ? .02 : .092) * matches_over[over];
      strangers[level] = std::exp2(-2.0 * static_cast<double>(bin)) * strangers_over[over];
    }
  }
  normalise(matches);
  normalise(strangers);
}

void start_values(const EncodedTable& table, std::size_t index, const Field& field,
                  std::vector<double>& matches, std::vector<double>& strangers) {
  const auto near = near_levels(field.kind);
  const auto spread = spread_of_exact(table, index, field);
  double exact = 1;
  for (std::size_t i = 0; i < near.size(); ++i) {
    matches[i + 1] = near[i].matches;
    strangers[i + 1] = near[i].strangers;
    exact -= near[i].matches;
  }
  for (std::size_t bin = 0; bin < rarity_bins; ++bin) {
    matches[near.size() + 1 + bin] = exact * spread.matches[bin];
    strangers[near.size() + 1 + bin] = spread.strangers[bin];
  }
  normalise(strangers);
}

/// Lines of "word,value"; the first line names the columns.
std::vector<std::pair<std::string, std::string>> read_pairs(std::string_view file) {
  std::vector<std::pair<std::string, std::string>> pairs;
  for (std::size_t i = 0; i < embedded_file_count; ++i) {
    if (embedded_files[i].name != file) continue;
    const auto lines = base::split(embedded_files[i].content, '\n');
    for (auto line : std::span(lines).subspan(1)) {
      const auto cells = base::split(base::trim(line), ',');
      if (cells.size() == 2) pairs.emplace_back(cells[0], cells[1]);
    }
  }
  base::expect(!pairs.empty(), "the shipped reference names");
  return pairs;
}

double number_of(const std::string& text) {
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// The share of people with each listed word, and of the table's rows, taken together.
void blend_names(const EncodedTable& table, Field& field) {
  std::map<std::string, double> people;  // per hundred thousand
  for (const auto& [word, share] : read_pairs("reference_names.csv")) {
    people[word] = std::max(people[word], number_of(share) / 1e5);
  }
  const double rest = std::exp2(-rarity_of_unlisted);
  const auto rows = static_cast<double>(table.rows()) + reference_rows;
  for (const auto& word : table.names.words) people.try_emplace(word, rest);
  field.rarity.clear();
  std::map<std::string, double> counts;
  for (std::size_t i = 0; i < table.names.words.size(); ++i) {
    counts[table.names.words[i]] = table.names.rows_with_word[i];
  }
  for (const auto& [word, share] : people) {
    // One row says nothing about how common a word is: whoever is compared has it.
    const double seen = std::max(0.0, counts[word] - 2);
    field.rarity[word] = rarity(rows, seen + reference_rows * share);
  }
  field.rarity_of_the_rest = to_bits(rarity_of_unlisted);
}

std::vector<Bits> reference_weights(Kind kind) {
  std::vector<Bits> weights(level_count(kind));
  if (kind == Kind::name) {
    for (std::size_t bin = 0; bin < name_bins; ++bin) {
      for (std::size_t over = 0; over <= 2; ++over) {
        weights[name_level(bin, over)] = to_bits(name_weight(bin, over));
      }
    }
    return weights;
  }
  const auto near = near_levels(kind);
  for (std::size_t i = 0; i < near.size(); ++i) weights[i + 1] = to_bits(near[i].weight);
  for (std::size_t bin = 0; bin < rarity_bins; ++bin) {
    weights[near.size() + 1 + bin] = to_bits(exact_weight(kind, bin));
  }
  return weights;
}

}  // namespace

std::vector<Field> rarities_of(const EncodedTable& table, const std::vector<KeyFamily>& keys,
                               base::Threads threads) {
  std::vector<Field> fields(table.fields());
  base::for_each_slice(fields.size(), 1, threads, [&](base::Slice slice) {
    const auto i = slice.begin;
    fields[i] = table.kind(i) == Kind::name ? rarity_of_names(table) : rarity_of_values(table, i);
  });
  for (const auto& family : keys) {
    const auto& scheme = family.numbers.scheme();
    if (!scheme.part.empty())
      fields[scheme.field].parts[scheme.part] = rarity_of_keys(family, table.rows());
  }
  return fields;
}

Learned starting_point(const EncodedTable& table, const std::vector<Field>& fields) {
  Learned start;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto levels = level_count(fields[i].kind);
    std::vector<double> matches(levels), strangers(levels);
    if (fields[i].kind == Kind::name) {
      start_names(matches, strangers);
    } else {
      start_values(table, i, fields[i], matches, strangers);
    }
    start.among_matches.push_back(std::move(matches));
    start.among_strangers.push_back(std::move(strangers));
  }
  const auto rows = static_cast<double>(table.rows());
  start.prior = std::log2(2 / std::max(2.0, rows));
  return start;
}

Model reference_model(const EncodedTable& table, const std::vector<KeyFamily>& keys,
                      const Limits& limits, base::Threads threads) {
  Model model;
  model.fields = rarities_of(table, keys, threads);
  model.rows = static_cast<std::int64_t>(table.rows());
  for (auto& field : model.fields) {
    field.weights = reference_weights(field.kind);
    if (field.kind == Kind::name) blend_names(table, field);
  }
  if (table.has_names) {
    const auto& rarity = model.fields[0];
    for (const auto& [left, right] : read_pairs("nicknames.csv")) {
      const auto bits = std::min(rarity_in(rarity, left), rarity_in(rarity, right)) * 7 / 10;
      model.aliases[std::minmax(left, right)] = bits;
    }
  }
  model.prior = to_bits(reference_prior);
  model.limits = limits;
  model.from_reference = true;
  return model;
}

}  // namespace resolve::detail
