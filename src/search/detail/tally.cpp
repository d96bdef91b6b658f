#include "search/detail/tally.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace search::detail {

namespace {

/// Rows that meet a slot in ways of one worth.
struct Source {
  int points;
  std::vector<Row> owned;
  std::span<const Row> rows;
};

void add_lines(const Lines& lines, const std::vector<Meaning>& meanings,
               std::vector<Source>& sources) {
  for (const auto& [word, how] : meanings) {
    sources.push_back({points_of(how), {}, lines.rows_with(word)});
  }
}

void add_phrase(const Lines& lines, std::span<const Word> phrase, std::vector<Source>& sources) {
  if (phrase.empty()) return;
  const auto rarest = *std::min_element(phrase.begin(), phrase.end(), [&](Word a, Word b) {
    return lines.rows_with(a).size() < lines.rows_with(b).size();
  });
  Source source{points_of(How::exact_phrase), {}, {}};
  for (auto row : lines.rows_with(rarest)) {
    const auto own = lines.lines_of(row);
    if (std::any_of(own.begin(), own.end(), [&](std::uint32_t line) {
          return lines.has_phrase(lines.line(line), phrase);
        })) {
      source.owned.push_back(row);
    }
  }
  sources.push_back(std::move(source));
}

void add_births(const Content& content, const Slot& slot, std::vector<Source>& sources) {
  if (slot.born_from.year == 0) return;
  // Whatever meets a date is of the same years.
  const auto from = date_number({slot.born_from.year, 0, 0});
  const auto until = date_number({static_cast<std::int16_t>(slot.born_to.year + 1), 0, 0});
  std::array<Source, 3> by_how = {{{points_of(How::born), {}, {}},
                                   {points_of(How::born_partly), {}, {}},
                                   {points_of(How::born_swapped), {}, {}}}};
  const auto& births = content.rows_by_birth;
  for (auto at = std::lower_bound(births.begin(), births.end(), std::pair(from, Row{0}));
       at != births.end() && at->first < until; ++at) {
    if (const auto how = birth_met(slot, date_of_number(at->first))) {
      by_how[static_cast<std::size_t>(*how) - static_cast<std::size_t>(How::born)].owned.push_back(
          at->second);
    }
  }
  for (auto& source : by_how) sources.push_back(std::move(source));
}

std::vector<Source> sources_of(const Content& content, const Slot& slot) {
  std::vector<Source> sources;
  add_lines(content.names, slot.names, sources);
  add_lines(content.places, slot.places, sources);
  add_phrase(content.names, slot.name_phrase, sources);
  add_phrase(content.places, slot.place_phrase, sources);
  for (const auto& [code, how] : slot.codes) {
    Source source{points_of(how), {}, {}};
    for (const auto& holder : content.codes.holders(code)) source.owned.push_back(holder.row);
    sources.push_back(std::move(source));
  }
  add_births(content, slot, sources);
  for (auto& source : sources) {
    if (!source.owned.empty()) source.rows = source.owned;
  }
  std::stable_sort(sources.begin(), sources.end(),
                   [](const Source& a, const Source& b) { return a.points > b.points; });
  return sources;
}

}  // namespace

Tally tally(const Content& content, std::span<const Slot> slots) {
  Tally result;
  result.points.resize(content.subjects.size());
  result.met.resize(content.subjects.size());
  std::vector<std::uint8_t> last_slot(content.subjects.size());
  for (std::size_t s = 0; s < slots.size(); ++s) {
    const auto mark = static_cast<std::uint8_t>(s + 1);
    for (const auto& source : sources_of(content, slots[s])) {
      for (auto row : source.rows) {
        if (last_slot[row] == mark) continue;  // met already, and better
        last_slot[row] = mark;
        if (result.met[row]++ == 0) result.rows.push_back(row);
        result.points[row] = static_cast<std::uint16_t>(result.points[row] + source.points);
      }
    }
  }
  return result;
}

namespace {

struct Met {
  int points = 0;
  How how = How::exact;
  std::uint8_t position = 0;
  std::uint32_t line = 0;
};
using MetBySlot = std::array<Met, terms_max>;

const Meaning* meaning_of(const std::vector<Meaning>& meanings, Word word) {
  const auto found =
      std::lower_bound(meanings.begin(), meanings.end(), word,
                       [](const Meaning& meaning, Word other) { return meaning.word < other; });
  return found != meanings.end() && found->word == word ? &*found : nullptr;
}

void improve(Met& met, How how, std::size_t position, std::uint32_t line) {
  if (points_of(how) > met.points) {
    met = {points_of(how), how, static_cast<std::uint8_t>(position), line};
  }
}

// Each word of the line meets one part and each part one word, the best pairs first.
MetBySlot align(const Content& content, std::span<const Slot> slots, std::uint32_t number) {
  struct Pair {
    int points;
    std::uint8_t slot, position;
    How how;
  };
  const auto& line = content.names.line(number);
  const auto words = content.names.all_words_of(line);
  thread_local std::vector<Pair> pairs;  // kept for its room: this runs for every candidate
  pairs.clear();
  for (std::size_t s = 0; s < slots.size(); ++s) {
    for (std::size_t p = 0; p < words.size(); ++p) {
      if (const auto* meaning = meaning_of(slots[s].names, words[p])) {
        pairs.push_back({points_of(meaning->how), static_cast<std::uint8_t>(s),
                         static_cast<std::uint8_t>(p), meaning->how});
      }
    }
  }
  // As they were made among those of one worth; sorted so it needs no room.
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    return std::tuple(-a.points, a.slot, a.position) < std::tuple(-b.points, b.slot, b.position);
  });
  MetBySlot met;
  std::uint64_t used = 0;
  for (const auto& pair : pairs) {
    const auto bit = std::uint64_t{1} << pair.position;
    if (met[pair.slot].points > 0 || (used & bit && pair.how != How::joined)) continue;
    used |= bit;
    improve(met[pair.slot], pair.how, pair.position, number);
  }
  for (std::size_t s = 0; s < slots.size(); ++s) {
    if (!slots[s].name_phrase.empty() && content.names.has_phrase(line, slots[s].name_phrase)) {
      improve(met[s], How::exact_phrase, 0, number);
    }
  }
  return met;
}

bool is_swapped(const MetBySlot& met, std::size_t slots) {
  int before = -1;
  for (std::size_t s = 0; s < slots; ++s) {
    if (met[s].points == 0 || met[s].how == How::exact_phrase) continue;
    if (met[s].position < before) return true;
    before = met[s].position;
  }
  return false;
}

// What a name loses for being in another order, or longer than what was asked.
int cost_of(const Lines::Line& line, const MetBySlot& met, std::size_t slots) {
  int words_met = 0;
  for (std::size_t s = 0; s < slots; ++s) {
    if (met[s].points > 0) words_met += met[s].how == How::exact_phrase ? line.words : 1;
  }
  if (words_met == 0) return 0;
  const int left_over = std::max(0, static_cast<int>(line.words) - words_met);
  return std::min(3 * left_over, 9) + (is_swapped(met, slots) ? 4 : 0);
}

int sum_of(const MetBySlot& met, std::size_t slots) {
  int sum = 0;
  for (std::size_t s = 0; s < slots; ++s) sum += met[s].points;
  return sum;
}

/// The name that meets best, and what any name meets.
struct NamesMet {
  MetBySlot best, any;
  int best_worth = 0;
  int cost = 0;
};

NamesMet meet_names(const Content& content, std::span<const Slot> slots, Row row) {
  NamesMet result;
  for (auto number : content.names.lines_of(row)) {
    const auto met = align(content, slots, number);
    const int cost = cost_of(content.names.line(number), met, slots.size());
    const int worth = sum_of(met, slots.size()) - cost;
    if (worth > result.best_worth) {
      result.best_worth = worth;
      result.best = met;
      result.cost = cost;
    }
    for (std::size_t s = 0; s < slots.size(); ++s) {
      if (met[s].points > result.any[s].points) result.any[s] = met[s];
    }
  }
  return result;
}

// The phone itself stands before the people who use it.
bool is_held_by_another(IdentifierKind kind, model::Noun noun) {
  switch (kind) {
    case IdentifierKind::phone:
      return noun != model::Noun::phone;
    case IdentifierKind::vehicle:
      return noun != model::Noun::vehicle;
    case IdentifierKind::account:
      return noun != model::Noun::account;
    case IdentifierKind::document:
      return noun != model::Noun::document;
    case IdentifierKind::email:
      return noun != model::Noun::email;
    case IdentifierKind::handle:
      return noun != model::Noun::handle;
    case IdentifierKind::reference:
      return false;
    case IdentifierKind::postcode:
      return noun != model::Noun::address;
  }
  return false;
}

struct Elsewhere {
  Meeting best;
  int cost = 0;
};

// How a row meets a part by anything but its names.
Elsewhere best_elsewhere(const Content& content, const Slot& slot, std::size_t number, Row row) {
  Elsewhere found{{number, How::swapped, "", {}}};  // worth nothing
  auto& best = found.best;
  const auto improve_to = [&](How how, std::string_view matched, base::Date date = {}) {
    if (points_of(how) > points_of(best.how)) best = {number, how, matched, date};
  };
  for (auto at : content.places.lines_of(row)) {
    const auto& line = content.places.line(at);
    for (auto word : content.places.all_words_of(line)) {
      if (const auto* meaning = meaning_of(slot.places, word)) {
        improve_to(meaning->how, content.places.written(line));
      }
    }
    if (!slot.place_phrase.empty() && content.places.has_phrase(line, slot.place_phrase)) {
      improve_to(How::exact_phrase, content.places.written(line));
    }
  }
  constexpr int cost_of_holder = 10;
  const auto noun = content.subjects[row].noun;
  for (auto code : content.codes.codes_of(row)) {
    const auto* meaning = meaning_of(slot.codes, code);
    if (meaning == nullptr) continue;
    const int cost = is_held_by_another(content.codes.kind_of(code), noun) ? cost_of_holder : 0;
    if (points_of(meaning->how) - cost <= points_of(best.how) - found.cost) continue;
    best = {number, meaning->how, content.codes.written_by(row, code), {}};
    found.cost = cost;
  }
  if (slot.born_from.year == 0) return found;
  const auto [begin, end] = content.births.range(row);
  for (auto i = begin; i < end; ++i) {
    const auto date = date_of_number(content.births.items[i]);
    if (const auto how = birth_met(slot, date)) improve_to(*how, "", date);
  }
  return found;
}

}  // namespace

int weigh(const Content& content, std::span<const Slot> slots, Row row,
          std::vector<Meeting>* meetings) {
  const auto names = meet_names(content, slots, row);
  int sum = 0;
  bool name_counts = false;
  for (std::size_t s = 0; s < slots.size(); ++s) {
    const auto elsewhere = best_elsewhere(content, slots[s], s, row);
    auto meeting = elsewhere.best;
    int points = points_of(meeting.how) - elsewhere.cost;
    const auto take = [&](const Met& met, int worth) {
      if (met.points == 0 || worth <= points) return false;
      points = worth;
      meeting = {s, met.how, content.names.written(content.names.line(met.line)), {}};
      return true;
    };
    if (take(names.best[s], names.best[s].points)) name_counts = true;
    take(names.any[s], names.any[s].points / 2);
    sum += points;
    if (meetings != nullptr && points > 0) meetings->push_back(meeting);
  }
  if (!name_counts) return sum;
  if (meetings != nullptr && is_swapped(names.best, slots.size())) {
    const auto line =
        std::max_element(names.best.begin(), names.best.end(), [](const Met& a, const Met& b) {
          return a.points < b.points;
        })->line;
    meetings->push_back(
        {slots.size(), How::swapped, content.names.written(content.names.line(line)), {}});
  }
  return sum - names.cost;
}

}  // namespace search::detail
