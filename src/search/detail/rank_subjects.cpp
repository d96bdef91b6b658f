#include <algorithm>
#include <cstring>
#include <functional>
#include <map>

#include "base/text.hpp"
#include "search/detail/rank.hpp"

namespace search::detail {

std::vector<Side> sides_of(const Layers& layers, const Interpretation& query, Spelling spelling) {
  std::vector<Side> sides;
  if (layers.base != nullptr) {
    sides.push_back(
        {Layer::base, &layers.base->content(), layers.hidden_subjects, layers.hidden_records, {}});
  }
  if (layers.overlay != nullptr) {
    sides.push_back({Layer::overlay, &layers.overlay->content(), nullptr, nullptr, {}});
  }
  for (auto& side : sides) side.slots = slots_of(*side.content, query, spelling);
  return sides;
}

std::optional<std::size_t> may_miss(std::size_t parts, std::size_t missed_min) {
  if (parts == 0 || missed_min > parts / 2) return {};
  return std::max<std::size_t>(missed_min, parts >= 3 ? 1 : 0);
}

bool in_window(const Filter& filter, base::Seconds first, base::Seconds last) {
  if (!filter.from && !filter.until) return true;
  if (first == no_time && last == no_time) return false;
  if (first == no_time) first = last;
  if (last == no_time) last = first;
  return (!filter.from || last >= *filter.from) && (!filter.until || first <= *filter.until);
}

namespace {

struct Candidate {
  std::size_t side;
  Row row;
  int score;  ///< at first what it may be at the most
};

bool is_hidden(const std::vector<bool>* hidden, std::uint32_t id) {
  return hidden != nullptr && id < hidden->size() && (*hidden)[id];
}

/// What a filter says of the forces of one content.
std::vector<bool> forces_wanted(const Content& content, const Filter& filter) {
  std::vector<bool> wanted;
  for (const auto& force : content.forces) {
    wanted.push_back(filter.forces.empty() || std::find(filter.forces.begin(), filter.forces.end(),
                                                        force) != filter.forces.end());
  }
  return wanted;
}

/// Counts what is let through, and each facet without its own filter.
class Sieve {
 public:
  Sieve(const Content& content, const Filter& filter)
      : content_(content),
        filter_(filter),
        wanted_(forces_wanted(content, filter)),
        by_force_(content.forces.size()) {}

  bool lets_through(Row row) {
    const auto& about = content_.subjects[row];
    if (!in_window(filter_, about.first, about.last)) return false;
    const bool noun_wanted =
        filter_.nouns.empty() ||
        std::find(filter_.nouns.begin(), filter_.nouns.end(), about.noun) != filter_.nouns.end();
    const auto [begin, end] = content_.forces_of_row.range(row);
    bool force_wanted = filter_.forces.empty();
    for (auto i = begin; i < end; ++i) {
      const auto force = content_.forces_of_row.items[i];
      if (noun_wanted) ++by_force_[force];
      if (wanted_[force]) force_wanted = true;
    }
    if (force_wanted) ++by_noun_[static_cast<std::size_t>(about.noun)];
    return noun_wanted && force_wanted;
  }
  void add_to(std::map<model::Noun, std::size_t>& nouns,
              std::map<std::string, std::size_t>& forces) const {
    for (std::size_t i = 0; i < by_noun_.size(); ++i) {
      if (by_noun_[i] > 0) nouns[static_cast<model::Noun>(i)] += by_noun_[i];
    }
    for (std::size_t i = 0; i < by_force_.size(); ++i) {
      if (by_force_[i] > 0) forces[content_.forces[i]] += by_force_[i];
    }
  }

 private:
  const Content& content_;
  const Filter& filter_;
  std::vector<bool> wanted_;
  std::vector<std::size_t> by_force_;
  std::array<std::size_t, base::EnumNames<model::Noun>::names.size()> by_noun_{};
};

class Ranking {
 public:
  Ranking(const std::vector<Side>& sides, const Filter& filter) : sides_(sides), filter_(filter) {
    for (const auto& side : sides_) tallies_.push_back(tally(*side.content, side.slots));
  }

  FoundSubjects find(Page page) {
    FoundSubjects found;
    const auto parts = sides_.empty() ? 0 : sides_.front().slots.size();
    found.missed_min = parts - most_met();
    const auto allowed = may_miss(parts, found.missed_min);
    if (!allowed) return found;
    sift(parts - *allowed, found);
    for (const auto& candidate : best(page.position + page.limit)) {
      if (found.hits.size() == page.limit) break;
      if (skipped_++ >= page.position) found.hits.push_back(hit_of(candidate));
    }
    return found;
  }

 private:
  bool shows(const Side& side, Row row) const {
    return !is_hidden(side.hidden_subjects, side.content->subjects[row].id);
  }

  std::size_t most_met() const {
    std::size_t most = 0;
    for (std::size_t s = 0; s < sides_.size(); ++s) {
      for (auto row : tallies_[s].rows) {
        const std::size_t met = tallies_[s].met[row];
        if (met > most && shows(sides_[s], row)) most = met;
      }
    }
    return most;
  }

  void sift(std::size_t met_min, FoundSubjects& found) {
    std::map<model::Noun, std::size_t> nouns;
    std::map<std::string, std::size_t> forces;
    for (std::size_t s = 0; s < sides_.size(); ++s) {
      const auto& side = sides_[s];
      Sieve sieve(*side.content, filter_);
      for (auto row : tallies_[s].rows) {
        if (tallies_[s].met[row] < met_min || !shows(side, row)) continue;
        if (!sieve.lets_through(row)) continue;
        const int points = tallies_[s].points[row];
        by_points_[points].push_back({s, row, points});
        ++found.total;
      }
      sieve.add_to(nouns, forces);
    }
    found.facets.nouns.assign(nouns.begin(), nouns.end());
    found.facets.forces.assign(forces.begin(), forces.end());
  }

  // The best `count` in their order. What a row may be worth at the most is known, so those that
  // cannot come so far are never weighed.
  std::vector<Candidate> best(std::size_t count) {
    std::vector<Candidate> weighed;
    for (auto& group : by_points_) {
      const int points = group.first;
      const auto sure = std::count_if(weighed.begin(), weighed.end(),
                                      [&](const Candidate& c) { return c.score > points; });
      if (static_cast<std::size_t>(sure) >= count) break;
      for (auto& candidate : group.second) {
        const auto& side = sides_[candidate.side];
        candidate.score = weigh(*side.content, side.slots, candidate.row, nullptr);
        weighed.push_back(candidate);
      }
    }
    count = std::min(count, weighed.size());
    std::partial_sort(weighed.begin(), weighed.begin() + static_cast<std::ptrdiff_t>(count),
                      weighed.end(),
                      [&](const Candidate& a, const Candidate& b) { return stands_before(a, b); });
    weighed.resize(count);
    return weighed;
  }

  bool stands_before(const Candidate& a, const Candidate& b) const {
    if (a.score != b.score) return a.score > b.score;
    const auto &left = *sides_[a.side].content, &right = *sides_[b.side].content;
    const auto records = left.subjects[a.row].records, others = right.subjects[b.row].records;
    if (records != others) return records > others;
    // Rows of one content stand by their keys.
    return a.side == b.side ? a.row < b.row : left.key(a.row) < right.key(b.row);
  }

  Hit hit_of(const Candidate& candidate) const;

  const std::vector<Side>& sides_;
  const Filter& filter_;
  std::vector<Tally> tallies_;
  std::map<int, std::vector<Candidate>, std::greater<>> by_points_;
  std::size_t skipped_ = 0;
};

Reason reason_of(const Meeting& meeting, const std::vector<Slot>& slots) {
  Reason reason{meeting.how, "", std::string(meeting.matched), std::string(in_words(meeting.how))};
  if (meeting.matched.empty()) reason.matched = base::to_string(meeting.date);
  if (meeting.slot < slots.size()) reason.asked = slots[meeting.slot].asked;
  reason.sentence += ": " + reason.matched;
  if (!reason.asked.empty() && reason.asked != reason.matched) {
    reason.sentence += " for " + reason.asked;
  }
  return reason;
}

Hit Ranking::hit_of(const Candidate& candidate) const {
  const auto& side = sides_[candidate.side];
  const auto& about = side.content->subjects[candidate.row];
  Hit hit{side.layer,
          about.id,
          std::string(side.content->key(candidate.row)),
          about.noun,
          about.is_protected,
          about.records,
          candidate.score,
          {},
          {}};
  std::vector<Meeting> meetings;
  weigh(*side.content, side.slots, candidate.row, &meetings);
  std::vector<bool> met(side.slots.size() + 1);
  for (const auto& meeting : meetings) {
    hit.reasons.push_back(reason_of(meeting, side.slots));
    met[meeting.slot] = true;
  }
  for (std::size_t s = 0; s < side.slots.size(); ++s) {
    if (!met[s]) hit.unmet.push_back(side.slots[s].asked);
  }
  return hit;
}

}  // namespace

FoundSubjects find_subjects(const std::vector<Side>& sides, const Filter& filter, Page page) {
  return Ranking(sides, filter).find(page);
}

}  // namespace search::detail
