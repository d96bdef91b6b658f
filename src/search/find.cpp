#include "search/find.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "search/detail/rank.hpp"

namespace search {

namespace {

detail::Page page_of(std::size_t position, std::size_t limit) {
  position = std::min(position, hits_max);
  return {position, std::min(limit, hits_max - position)};
}

void note(std::size_t total, const detail::FoundSubjects& subjects, Result& result) {
  if (total > hits_max) {
    result.notes.push_back("more than " + base::with_thousands(hits_max) +
                           " were found and only the first can be shown: narrow the search");
  }
  if (subjects.total > 0 && subjects.missed_min > 0) {
    result.notes.push_back("nothing meets every part: these meet the most");
  }
}

}  // namespace

Result find(const Layers& layers, const Query& query) {
  Result result;
  result.interpretation = understand(query.text, query.as_at);
  const auto sides = detail::sides_of(layers, result.interpretation, detail::Spelling::near);
  const auto page = page_of(query.position, query.limit);
  auto subjects = detail::find_subjects(sides, query.filter, page);
  auto passages = detail::find_passages(sides, result.interpretation, query.filter, page);
  note(std::max(subjects.total, passages.total), subjects, result);
  result.total = subjects.total;
  result.hits = std::move(subjects.hits);
  result.facets = std::move(subjects.facets);
  result.passage_total = passages.total;
  result.passages = std::move(passages.hits);
  result.passage_facets = std::move(passages.facets);
  return result;
}

std::vector<Hit> suggest(const Layers& layers, const std::string& typed, std::size_t limit) {
  const auto sides =
      detail::sides_of(layers, understand(typed, base::Date{}), detail::Spelling::begins);
  return detail::find_subjects(sides, {}, page_of(0, limit)).hits;
}

std::vector<ListLine> find_list(const Layers& layers, const std::vector<std::string>& lines,
                                base::Date as_at, std::size_t limit, base::Threads threads) {
  std::vector<ListLine> found;
  for (const auto& line : lines) {
    if (found.size() == list_lines_max) break;
    if (const auto text = base::trim(line); !text.empty()) {
      found.push_back({std::string(text.substr(0, query_bytes_max)), {}, 0, {}});
    }
  }
  base::for_each_slice(found.size(), 8, threads, [&](base::Slice slice) {
    for (auto i = slice.begin; i < slice.end; ++i) {
      auto& line = found[i];
      line.interpretation = understand(line.text, as_at);
      const auto sides = detail::sides_of(layers, line.interpretation, detail::Spelling::near);
      auto subjects = detail::find_subjects(sides, {}, page_of(0, limit));
      line.total = subjects.total;
      line.hits = std::move(subjects.hits);
    }
  });
  return found;
}

}  // namespace search
