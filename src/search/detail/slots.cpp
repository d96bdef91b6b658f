#include "search/detail/slots.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "search/detail/nicknames.hpp"

namespace search::detail {

namespace {

// clang-format off
constexpr struct { How how; int points; std::string_view words; } ways[] = {
    {How::exact_number,     1000, "exact number"},
    {How::number_like,       600, "number like it"},
    {How::exact_phrase,      250, "exactly these words"},
    {How::born,              200, "born on that date"},
    {How::born_partly,       120, "born as far as both say"},
    {How::born_swapped,      110, "born with day and month swapped"},
    {How::exact,             100, "exact"},
    {How::joined,             95, "written as one word"},
    {How::like,               90, "like it"},
    {How::nickname,           88, "nickname"},
    {How::one_letter,         80, "one letter differs"},
    {How::sounds_like,        68, "sounds like"},
    {How::two_letters,        60, "two letters differ"},
    {How::begins,             55, "begins so"},
    {How::initial,            45, "initial"},
    {How::swapped,             0, "swapped"},
    {How::place,              60, "place"},
    {How::place_one_letter,   45, "place, one letter differs"},
    {How::place_begins,       40, "place that begins so"},
};
// clang-format on

}  // namespace

int points_of(How how) { return ways[static_cast<std::size_t>(how)].points; }
std::string_view in_words(How how) { return ways[static_cast<std::size_t>(how)].words; }

namespace {

void keep_best(std::vector<Meaning>& meanings) {
  std::sort(meanings.begin(), meanings.end(), [](const Meaning& a, const Meaning& b) {
    if (a.word != b.word) return a.word < b.word;
    return points_of(a.how) > points_of(b.how);
  });
  const auto same = [](const Meaning& a, const Meaning& b) { return a.word == b.word; };
  meanings.erase(std::unique(meanings.begin(), meanings.end(), same), meanings.end());
}

void add_exact(const Words& words, std::string_view word, How how, std::vector<Meaning>& meanings) {
  if (const auto found = words.find(word)) meanings.push_back({*found, how});
}

void add_beginning(const Words& words, std::string_view word, How how,
                   std::vector<Meaning>& meanings) {
  const auto [begin, end] = words.beginning_with(word);
  for (Word other = begin; other < end; ++other) meanings.push_back({other, how});
}

bool writes_vowels(std::string_view word) {
  return word.find_first_of("aeiouy", 1) != std::string_view::npos;
}

// Short words that sound alike are many: lee and leigh, but also van and fiona.
bool may_sound_alike(std::string_view left, std::string_view right, std::size_t sound_letters) {
  if (left.size() < 3 || right.size() < 3) return false;
  if (!writes_vowels(left) || !writes_vowels(right)) return sound_letters >= 2;
  const auto longer = std::max(left.size(), right.size());
  const auto apart = longer - std::min(left.size(), right.size());
  if (sound_letters > 2) return apart <= 3;
  return left[0] == right[0] ? apart <= 2 : sound_letters == 2 && apart <= 1;
}

int edits_allowed(std::string_view word) { return word.size() < 4 ? 0 : word.size() < 7 ? 1 : 2; }

void add_near_names(const Words& words, std::string_view word, std::vector<Meaning>& meanings) {
  for (const auto& other : nicknames_of(word)) {
    add_exact(words, other, How::nickname, meanings);
  }
  const bool is_letter = word[0] >= 'a' && word[0] <= 'z';
  if (word.size() == 1 && is_letter) add_beginning(words, word, How::initial, meanings);
  if (word.size() > 1 && is_letter) {
    add_exact(words, word.substr(0, 1), How::initial, meanings);
  }
  if (const int limit = edits_allowed(word); limit > 0) {
    words.for_each_near(word, limit, [&](Word other, int distance) {
      if (words[other].size() < 3) return;
      meanings.push_back({other, distance <= 1 ? How::one_letter : How::two_letters});
    });
  }
  const auto sound = sound_of(word);
  for (auto other : words.with_key(sound)) {
    if (may_sound_alike(word, words[other], sound.size())) {
      meanings.push_back({other, How::sounds_like});
    }
  }
}

void add_near_places(const Words& words, std::string_view word, std::vector<Meaning>& meanings) {
  if (word.size() < 5) return;
  words.for_each_near(word, 1, [&](Word other, int) {
    meanings.push_back({other, How::place_one_letter});
  });
}

void add_words(const Content& content, std::string_view word, Place only, Spelling spelling,
               Slot& slot) {
  const auto &names = content.names.words(), &places = content.places.words();
  if (only == Place::anywhere || only == Place::name) {
    add_exact(names, word, How::exact, slot.names);
    if (spelling == Spelling::near) add_near_names(names, word, slot.names);
    if (spelling == Spelling::begins) add_beginning(names, word, How::begins, slot.names);
  }
  if (only == Place::anywhere || only == Place::place) {
    add_exact(places, word, How::place, slot.places);
    if (spelling == Spelling::near) add_near_places(places, word, slot.places);
    if (spelling == Spelling::begins) add_beginning(places, word, How::place_begins, slot.places);
  }
}

std::vector<Word> phrase_of(const Words& words, std::string_view folded) {
  std::vector<Word> phrase;
  for (auto word : base::words(folded)) {
    const auto found = words.find(word);
    if (!found) return {};
    phrase.push_back(*found);
  }
  return phrase;
}

void add_patterns(const Content& content, const Term& term, Slot& slot) {
  if (!term.words.empty() && term.words.find(' ') == std::string::npos) {
    const auto &names = content.names.words(), &places = content.places.words();
    for (auto word : names.fitting(term.words)) slot.names.push_back({word, How::like});
    for (auto word : places.fitting(term.words)) slot.places.push_back({word, How::place_begins});
  }
  for (const auto& [kind, form] : term.codes) {
    for (auto code : content.codes.fitting(kind, form)) {
      slot.codes.push_back({code, How::number_like});
    }
  }
}

void add_codes(const Content& content, const Term& term, Spelling spelling, Slot& slot) {
  for (const auto& [kind, form] : term.codes) {
    if (const auto code = content.codes.find(kind, form)) {
      slot.codes.push_back({*code, How::exact_number});
    }
    if (spelling == Spelling::begins && form.size() >= 3) {
      // A phone is typed as dialled at home.
      const bool at_home = kind == IdentifierKind::phone && form[0] == '0';
      const auto begun = at_home ? "44" + form.substr(1) : form;
      for (auto other : content.codes.fitting(kind, begun + "*")) {
        slot.codes.push_back({other, How::number_like});
      }
    }
  }
}

Slot slot_of(const Content& content, const Term& term, Spelling spelling) {
  Slot slot;
  slot.asked = term.written;
  switch (term.kind) {
    case TermKind::word:
      break;  // a slot for each of its words: see slots_of
    case TermKind::phrase:
      if (term.only != Place::place) {
        slot.name_phrase = phrase_of(content.names.words(), term.words);
      }
      if (term.only != Place::name) {
        slot.place_phrase = phrase_of(content.places.words(), term.words);
      }
      add_codes(content, term, Spelling::exact, slot);
      break;
    case TermKind::pattern:
      add_patterns(content, term, slot);
      break;
    case TermKind::identifier:
      add_codes(content, term, spelling, slot);
      // A house number, or a name with a figure in it.
      if (term.codes.size() > 1 && term.words.find(' ') == std::string::npos) {
        add_words(content, term.words, Place::anywhere, Spelling::exact, slot);
      }
      break;
    case TermKind::born:
      slot.born_from = term.born_from;
      slot.born_to = term.born_to;
      break;
  }
  return slot;
}

// Mac Donald is looked for as macdonald too; both its words are met by that one.
void add_joined(const Content& content, const std::vector<std::size_t>& of_words,
                std::vector<Slot>& slots) {
  for (std::size_t i = 0; i + 1 < of_words.size(); ++i) {
    auto &left = slots[of_words[i]], &right = slots[of_words[i + 1]];
    const auto both = fold_words(left.asked) + fold_words(right.asked);
    add_exact(content.names.words(), both, How::joined, left.names);
    add_exact(content.names.words(), both, How::joined, right.names);
  }
}

}  // namespace

std::vector<Slot> slots_of(const Content& content, const Interpretation& query, Spelling spelling) {
  std::vector<Slot> slots;
  std::vector<std::size_t> of_words;
  for (std::size_t t = 0; t < query.terms.size(); ++t) {
    const auto& term = query.terms[t];
    if (term.only == Place::text) continue;
    const bool typing = spelling == Spelling::begins && t + 1 == query.terms.size();
    const auto here = spelling == Spelling::begins && !typing ? Spelling::exact : spelling;
    if (term.kind != TermKind::word) {
      if (slots.size() < terms_max) slots.push_back(slot_of(content, term, here));
      continue;
    }
    const auto words = base::words(term.words);
    for (auto word : words) {
      if (slots.size() == terms_max) break;
      Slot slot;
      slot.asked = words.size() == 1 ? term.written : std::string(word);
      add_words(content, word, term.only, here, slot);
      if (term.only != Place::place) of_words.push_back(slots.size());
      slots.push_back(std::move(slot));
    }
  }
  add_joined(content, of_words, slots);
  for (auto& slot : slots) {
    keep_best(slot.names);
    keep_best(slot.places);
    keep_best(slot.codes);
  }
  return slots;
}

namespace {

bool agree_as_far_as_known(base::Date left, base::Date right) {
  return left.year == right.year &&
         (left.month == 0 || right.month == 0 || left.month == right.month) &&
         (left.month == 0 || right.month == 0 || left.day == 0 || right.day == 0 ||
          left.day == right.day);
}

}  // namespace

std::optional<How> birth_met(const Slot& slot, base::Date recorded) {
  const auto asked = slot.born_from;
  if (asked.year == 0) return {};
  if (asked != slot.born_to) {
    if (recorded.is_whole() && recorded >= asked && recorded <= slot.born_to) {
      return How::born_partly;
    }
    const bool inside =
        !recorded.is_whole() && recorded.year > asked.year && recorded.year < slot.born_to.year;
    return inside ? std::optional(How::born_partly) : std::nullopt;
  }
  if (asked.is_whole() && asked == recorded) return How::born;
  if (agree_as_far_as_known(asked, recorded)) return How::born_partly;
  if (asked.is_whole() && recorded.is_whole() && asked.year == recorded.year &&
      asked.month == recorded.day && asked.day == recorded.month) {
    return How::born_swapped;
  }
  return {};
}

}  // namespace search::detail
