#include "resolve/inspect.hpp"

#include <algorithm>
#include <map>
#include <span>

#include "resolve/detail/engine.hpp"
#include "resolve/detail/score.hpp"

namespace resolve {

namespace {

using detail::Level;

bool share_a_key(const detail::KeyFamily& family, const detail::Pair& pair) {
  const auto a = family.keys_of_row[pair.left], b = family.keys_of_row[pair.right];
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) return true;
    (a[i] < b[j] ? i : j) += 1;
  }
  return false;
}

std::string in_words(const detail::EncodedTable& table, const detail::KeyScheme& scheme) {
  const auto of_words = scheme.of == detail::KeyScheme::Of::values ? "" : " word";
  return table.name(scheme.field) + (scheme.part.empty() ? of_words : " " + scheme.part);
}

std::vector<Inspection::SharedKey> keys_shared(const detail::Prepared& prepared,
                                               const std::vector<detail::Pair>& pairs) {
  std::vector<char> is_found(pairs.size());
  std::vector<Inspection::SharedKey> keys;
  for (const auto& family : prepared.keys) {
    auto& key =
        keys.emplace_back(Inspection::SharedKey{in_words(prepared.table, family.numbers.scheme())});
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      if (!share_a_key(family, pairs[i])) continue;
      ++key.pairs;
      key.added += is_found[i] == 0;
      is_found[i] = 1;
    }
  }
  return keys;
}

std::vector<Inspection::LevelCount> levels_met(const Model& model, const std::vector<Level>& levels,
                                               const std::vector<Inspection::WeighedPair>& pairs) {
  const auto fields = model.fields.size();
  std::map<std::pair<std::size_t, std::size_t>, double> mass;
  std::vector<double> of_field(fields);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto likely = probability(pairs[i].weight);
    for (std::size_t f = 0; f < fields; ++f) {
      const auto level = levels[i * fields + f];
      if (level == detail::missing) continue;
      mass[{f, level}] += likely;
      of_field[f] += likely;
    }
  }
  std::vector<Inspection::LevelCount> met;
  for (const auto& [where, sum] : mass) {
    const auto [field, level] = where;
    const auto share = of_field[field] > 0 ? sum / of_field[field] : 0;
    met.push_back({field, level,
                   detail::in_words(model.fields[field].kind, static_cast<Level>(level)), share});
  }
  return met;
}

}  // namespace

Inspection inspect(const Table& table, const Model& model, base::Threads threads) {
  const detail::Prepared prepared(table, threads);
  detail::expect_same_fields(prepared.table, model);
  const detail::Comparer comparer(prepared.table, model);
  const auto candidates =
      detail::find_candidates(prepared.keys, table.rows(), model, threads).pairs;
  const auto levels = detail::compare_all(comparer, candidates, prepared.memories, threads);
  const auto fields = comparer.fields();
  Inspection inspection;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const auto of_pair = std::span(levels).subspan(i * fields, fields);
    inspection.pairs.push_back(
        {{candidates[i].left, candidates[i].right}, detail::score(model, of_pair)});
  }
  inspection.levels = levels_met(model, levels, inspection.pairs);
  inspection.keys = keys_shared(prepared, candidates);
  std::vector<detail::Pair> alone;
  for (std::uint32_t row = 0; row < table.rows(); ++row) alone.push_back({row, row});
  const auto own = detail::compare_all(comparer, alone, prepared.memories, threads);
  for (std::size_t row = 0; row < alone.size(); ++row) {
    inspection.with_itself.push_back(
        detail::score(model, std::span(own).subspan(row * fields, fields)));
  }
  return inspection;
}

}  // namespace resolve
