#include "splink/blocking.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <unordered_map>

#include "base/error.hpp"
#include "base/text.hpp"
#include "splink/detail/functions.hpp"
#include "splink/parse_condition.hpp"

namespace splink {

namespace {

using Form = Expression::Form;

constexpr auto no_key = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t grain = 1024;

struct Sides {
  bool left = false, right = false;
};

Sides sides_of(const Expression& expression) {
  Sides sides;
  for_each_part(expression, [&](const Expression& part) {
    if (part.form == Form::column) (part.side == Side::left ? sides.left : sides.right) = true;
  });
  return sides;
}

bool is_call(const Expression& expression, std::string_view name) {
  return expression.form == Form::call && expression.function->name == name;
}

void flatten(const Expression& expression, std::vector<Expression>& conjuncts) {
  if (!is_call(expression, "and")) {
    conjuncts.push_back(expression);
    return;
  }
  for (const auto& operand : expression.operands) flatten(operand, conjuncts);
}

/// The values of a key as one text; "" if one of them is NULL, which equals nothing.
std::string key_text(const std::vector<Expression>& keys, const Record& record) {
  Scope scope{&record.cells, &record.cells, {}};
  std::string text;
  for (const auto& key : keys) {
    const auto value = evaluate(key, scope);
    if (value.is_null()) return "";
    const auto part = as_text(value);
    text += std::to_string(part.size()) + ":" + part;
  }
  return text;
}

bool is_whole_number(const std::string& text) {
  const auto digits = text.starts_with('-') ? std::string_view(text).substr(1) : text;
  return !digits.empty() && digits.size() <= 18 &&
         std::all_of(digits.begin(), digits.end(), base::is_digit);
}

std::int64_t whole_number(const std::string& text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

void sort_records(std::vector<Record>& records, LinkType type) {
  if (type != LinkType::dedupe_only) {
    const auto composite = [](const Record& record) { return record.source + "-__-" + record.id; };
    std::sort(records.begin(), records.end(),
              [&](const Record& a, const Record& b) { return composite(a) < composite(b); });
    return;
  }
  const bool are_numbers = std::all_of(records.begin(), records.end(), [](const Record& record) {
    return is_whole_number(record.id);
  });
  std::sort(records.begin(), records.end(), [&](const Record& a, const Record& b) {
    return are_numbers ? whole_number(a.id) < whole_number(b.id) : a.id < b.id;
  });
}

Blocking::Blocking(const Model& model, const std::vector<Record>& records)
    : model_(model), records_(records) {
  for (const auto& rule : model.settings().blocking_rules) {
    auto& made = rules_.emplace_back(read(rule));
    find_keys(made);
  }
}

Blocking::Rule Blocking::read(const BlockingRule& rule) const {
  const std::string where = "a blocking rule";
  if (!rule.arrays_to_explode.empty()) {
    throw base::Error(base::Fault::invalid, "the blocking rule " +
                                                base::quoted(rule.condition, 300) +
                                                " explodes arrays, which cannot be read; compare "
                                                "their elements in a level instead");
  }
  Rule made;
  std::vector<Expression> conjuncts;
  flatten(model_.bound(parse_condition(rule.condition, Naming::prefixed, where), where), conjuncts);
  for (auto& conjunct : conjuncts) {
    const auto is_equality = is_call(conjunct, "=");
    const auto a = is_equality ? sides_of(conjunct.operands[0]) : Sides{};
    const auto b = is_equality ? sides_of(conjunct.operands[1]) : Sides{};
    if (a.left && !a.right && b.right && !b.left) {
      made.left_keys.push_back(std::move(conjunct.operands[0]));
      made.right_keys.push_back(std::move(conjunct.operands[1]));
    } else if (a.right && !a.left && b.left && !b.right) {
      made.left_keys.push_back(std::move(conjunct.operands[1]));
      made.right_keys.push_back(std::move(conjunct.operands[0]));
    } else {
      made.filters.push_back(std::move(conjunct));
    }
  }
  if (made.left_keys.empty()) {
    throw base::Error(base::Fault::invalid,
                      "the blocking rule " + base::quoted(rule.condition, 300) +
                          " has no equality between the two rows to look them up by; every row "
                          "would be compared with every other. Write an OR as two rules");
  }
  return made;
}

void Blocking::find_keys(Rule& rule) const {
  std::unordered_map<std::string, std::uint32_t> ids;
  const auto id_of = [&](const std::string& text) {
    if (text.empty()) return no_key;
    return ids.try_emplace(text, static_cast<std::uint32_t>(ids.size())).first->second;
  };
  for (const auto& record : records_) {
    rule.left.push_back(id_of(key_text(rule.left_keys, record)));
    rule.right.push_back(id_of(key_text(rule.right_keys, record)));
  }
  rule.starts.assign(ids.size() + 1, 0);
  for (auto key : rule.right) {
    if (key != no_key) ++rule.starts[key + 1];
  }
  for (std::size_t key = 0; key < ids.size(); ++key) rule.starts[key + 1] += rule.starts[key];
  rule.records.resize(rule.starts.back());
  auto next = rule.starts;
  for (std::uint32_t row = 0; row < records_.size(); ++row) {
    if (rule.right[row] != no_key) rule.records[next[rule.right[row]]++] = row;
  }
}

std::size_t Blocking::pairs_at_most(std::size_t rule) const {
  const auto& keys = rules_[rule];
  std::size_t pairs = 0;
  for (std::uint32_t row = 0; row < records_.size(); ++row) {
    if (keys.left[row] == no_key) continue;
    const auto begin = keys.records.begin() + keys.starts[keys.left[row]];
    const auto end = keys.records.begin() + keys.starts[keys.left[row] + 1];
    pairs += static_cast<std::size_t>(end - std::upper_bound(begin, end, row));
  }
  return pairs;
}

bool Blocking::finds(const Rule& rule, RecordPair pair) const {
  if (rule.left[pair.left] == no_key || rule.left[pair.left] != rule.right[pair.right])
    return false;
  Scope scope{&records_[pair.left].cells, &records_[pair.right].cells, {}};
  return std::all_of(rule.filters.begin(), rule.filters.end(),
                     [&](const Expression& filter) { return evaluate(filter, scope).is_true(); });
}

std::size_t Blocking::slices() const { return (records_.size() + grain - 1) / grain; }

std::vector<RecordPair> Blocking::pairs(std::size_t rule, std::size_t slice) const {
  const auto& keys = rules_[rule];
  const bool across_sources = model_.settings().link_type == LinkType::link_only;
  const auto is_new = [&](RecordPair pair) {
    return finds(keys, pair) &&
           std::none_of(rules_.begin(), rules_.begin() + static_cast<std::ptrdiff_t>(rule),
                        [&](const Rule& earlier) { return finds(earlier, pair); });
  };
  std::vector<RecordPair> found;
  const auto last = std::min(records_.size(), (slice + 1) * grain);
  for (auto row = static_cast<std::uint32_t>(slice * grain); row < last; ++row) {
    if (keys.left[row] == no_key) continue;
    const auto begin = keys.records.begin() + keys.starts[keys.left[row]];
    const auto end = keys.records.begin() + keys.starts[keys.left[row] + 1];
    for (auto other = std::upper_bound(begin, end, row); other != end; ++other) {
      if (across_sources && records_[row].source == records_[*other].source) continue;
      if (is_new({row, *other})) found.push_back({row, *other});
    }
  }
  return found;
}

}  // namespace splink
