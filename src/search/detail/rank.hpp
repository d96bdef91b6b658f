#pragma once

#include <cstddef>
#include <vector>

#include "search/detail/slots.hpp"
#include "search/detail/tally.hpp"
#include "search/find.hpp"

namespace search::detail {

/// One layer as one query sees it.
struct Side {
  Layer layer;
  const Content* content;
  const std::vector<bool>* hidden_subjects;  ///< by id
  const std::vector<bool>* hidden_records;
  std::vector<Slot> slots;
};
std::vector<Side> sides_of(const Layers& layers, const Interpretation& query, Spelling spelling);

struct Page {
  std::size_t position, limit;
};

/// What is found of subjects, and of passages.
struct FoundSubjects {
  std::size_t total = 0, missed_min = 0;
  std::vector<Hit> hits;
  Facets facets;
};
FoundSubjects find_subjects(const std::vector<Side>& sides, const Filter& filter, Page page);

struct FoundPassages {
  std::size_t total = 0;
  std::vector<PassageHit> hits;
  Facets facets;
};
FoundPassages find_passages(const std::vector<Side>& sides, const Interpretation& query,
                            const Filter& filter, Page page);

/// How many of `parts` a hit may miss when the best misses `missed_min`; nothing if that is too
/// many to be an answer at all.
std::optional<std::size_t> may_miss(std::size_t parts, std::size_t missed_min);

/// Does a window let through what lasted from first to last?
bool in_window(const Filter& filter, base::Seconds first, base::Seconds last);

}  // namespace search::detail
