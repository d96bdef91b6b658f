#include "resolve/detail/judges.hpp"

#include <algorithm>
#include <map>

#include "resolve/detail/caution.hpp"

namespace resolve::detail {

namespace {

constexpr Bits strong_difference = -4 * one_bit;

}  // namespace

/// Scores pairs for one thread.
class Judges::Scorer {
 public:
  Scorer(const Comparer& comparer, const Model& model, Memories& memories)
      : comparer_(comparer), model_(model), memory_(memories), levels_(comparer.fields()) {}

  Share support(Row left, Row right) {
    comparer_.compare(left, right, *memory_, levels_);
    return detail::support(model_, levels_);
  }

 private:
  const Comparer& comparer_;
  const Model& model_;
  Memories::Loan memory_;
  std::vector<Level> levels_;
};

/// A person has one date of birth: when the commonest values of two clusters clearly differ, and
/// each is supported by more than a typing error, they stay apart.
class Judges::Veto {
 public:
  Veto(const EncodedTable& table, const Model& model)
      : table_(table), supporters_(model.from_reference ? 1 : 2) {
    for (std::size_t f = 0; f < model.fields.size(); ++f) {
      const auto& field = model.fields[f];
      if (field.kind != Kind::date || field.weights[different] > strong_difference) continue;
      columns_.push_back(table.value_field(f).column);
    }
  }

  bool compatible(std::span<const Row> left, std::span<const Row> right) const {
    for (auto column : columns_) {
      const auto a = commonest(left, column), b = commonest(right, column);
      if (a < 0 || b < 0) continue;
      const auto& values = table_.table->values(column);
      const auto& p = values[static_cast<std::size_t>(a)];
      const auto& q = values[static_cast<std::size_t>(b)];
      if (a != b && compare_dates(p, q) == different) return false;
    }
    return true;
  }

 private:
  /// -1 if no value has support; ties go to the lesser date.
  std::int64_t commonest(std::span<const Row> rows, std::size_t column) const {
    std::map<Table::Value, std::size_t> counts;
    for (Row row : rows) {
      for (auto value : table_.table->cell(row, column)) ++counts[value];
    }
    std::int64_t best = -1;
    std::size_t most = 0;
    const auto& texts = table_.table->values(column);
    for (auto [value, count] : counts) {
      if (count < std::max(most, supporters_)) continue;
      if (count == most && texts[value] > texts[static_cast<std::size_t>(best)]) continue;
      most = count;
      best = value;
    }
    return best;
  }

  const EncodedTable& table_;
  const std::size_t supporters_;
  std::vector<std::size_t> columns_;
};

Judges::Judges(const EncodedTable& table, const Comparer& comparer, const Model& model,
               Memories& memories)
    : comparer_(comparer),
      model_(model),
      memories_(memories),
      veto_(std::make_unique<const Veto>(table, model)) {}

Judges::~Judges() = default;

Judge Judges::make() const {
  auto scorer = std::make_shared<Scorer>(comparer_, model_,
                                         memories_);  // shared by copies of the judge
  return {[scorer](Row a, Row b) { return scorer->support(a, b); },
          [veto = veto_.get()](std::span<const Row> a, std::span<const Row> b) {
            return veto->compatible(a, b);
          }};
}

}  // namespace resolve::detail
