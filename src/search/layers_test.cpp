#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "search/find.hpp"
#include "search/snippet.hpp"

using namespace search;

namespace {

// Few words, so that everything meets something and ties are many.
constexpr const char* given[] = {"John", "Jon", "William", "Bill", "Юрий", "Ann", "Anne", "J"};
constexpr const char* family[] = {"Smith", "Smyth", "Smith-Jones", "Jones", "O'Neil", "al-Hassan"};
constexpr const char* towns[] = {"Ashford", "Ashforde", "Brackton", "12 Jones Road"};
constexpr const char* forces[] = {"Aldermere", "Brackwater", "Carrowvale"};
constexpr const char* texts[] = {"a red van",
                                 "the van is red",
                                 "vans and a door",
                                 "red door",
                                 "john smith drove a red van",
                                 "07700900123 called"};
constexpr const char* queries[] = {"john smith",
                                   "bill",
                                   "smith ashford 1990",
                                   "j",
                                   "07700 900123",
                                   "*90012*",
                                   "\"john smith\"",
                                   "red van",
                                   "ann jones brackton 1991 smith",
                                   "born 1990",
                                   "12/03/1990",
                                   "xylophone smith",
                                   "yuri",
                                   "smith*",
                                   "aged 35",
                                   "alhassan",
                                   "\"red van\" smith",
                                   "zebedee"};

struct Dice {
  std::uint64_t state;
  std::uint32_t below(std::uint32_t bound) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>(state >> 33) % bound;
  }
  template <class Range>
  auto pick(const Range& range) {
    return range[below(static_cast<std::uint32_t>(std::size(range)))];
  }
};

Subject any_subject(Dice& dice, std::uint32_t id) {
  Subject subject;
  subject.id = id;
  subject.key = "key" + std::to_string(id * 7919 % 1000);
  subject.noun = static_cast<model::Noun>(dice.below(4));
  for (std::uint32_t n = dice.below(3); n-- > 0;) {
    const std::string first = dice.pick(given), last = dice.pick(family);
    subject.names.push_back({first + " " + last, first, last});
  }
  if (dice.below(2) != 0) {
    subject.births.push_back({static_cast<std::int16_t>(1990 + dice.below(2)),
                              static_cast<std::int8_t>(dice.below(2) * 3),
                              static_cast<std::int8_t>(0)});
    subject.births.push_back({1990, static_cast<std::int8_t>(3 + 9 * dice.below(2)), 12});
  }
  if (dice.below(2) != 0) subject.places.emplace_back(dice.pick(towns));
  if (dice.below(3) == 0) {
    const auto number = "+44770090012" + std::to_string(dice.below(5));
    subject.identifiers.push_back({IdentifierKind::phone, number, ""});
  }
  subject.forces.emplace_back(dice.pick(forces));
  subject.records = dice.below(3);
  if (dice.below(2) != 0) subject.first = subject.last = dice.below(100);
  return subject;
}

Passage any_passage(Dice& dice, std::uint32_t record) {
  Passage passage;
  passage.record = record;
  passage.key = "record" + std::to_string(record * 7919 % 1000);
  passage.text = dice.pick(texts);
  passage.force = dice.pick(forces);
  if (dice.below(2) != 0) passage.when = dice.below(3);
  return passage;
}

// All that an answer shows, but for the layer that it came from.
std::string shown(const Result& result) {
  std::string text = result.interpretation.sentence + "|" + std::to_string(result.total);
  for (const auto& hit : result.hits) {
    text += "\n" + hit.key + " " + std::to_string(hit.score);
    for (const auto& reason : hit.reasons) text += " [" + reason.sentence + "]";
    for (const auto& part : hit.unmet) text += " -" + part;
  }
  for (const auto& [noun, count] : result.facets.nouns) {
    text += "\n" + std::string(base::name_of(noun)) + std::to_string(count);
  }
  for (const auto& [force, count] : result.facets.forces) text += force + std::to_string(count);
  text += "\n" + std::to_string(result.passage_total);
  for (const auto& hit : result.passages) text += " " + hit.key;
  for (const auto& [force, count] : result.passage_facets.forces) {
    text += force + std::to_string(count);
  }
  for (const auto& note : result.notes) text += "\n" + note;
  return text;
}

std::vector<Filter> some_filters() {
  return {{},
          {.nouns = {model::Noun::person}},
          {.forces = {"Aldermere", "Carrowvale"}},
          {.nouns = {model::Noun::phone}, .forces = {"Brackwater"}, .from = 10, .until = 60}};
}

/// What a reader sees, once as base and overlay and once whole.
struct Split {
  std::vector<Subject> base, overlay, whole;
  std::vector<Passage> base_passages, overlay_passages, all_passages;
  std::vector<bool> hidden, hidden_records;
};

Split any_split(Dice& dice) {
  Split split;
  const std::uint32_t count = 20 + dice.below(60);
  split.hidden.resize(count);
  split.hidden_records.resize(count);
  for (std::uint32_t id = 0; id < count; ++id) {
    const auto fate = dice.below(4);  // 0 hidden, 1 replaced, 2 in the overlay only, 3 in the base
    const auto subject = any_subject(dice, id);
    auto other = any_subject(dice, id);
    const auto passage = any_passage(dice, id);
    if (fate != 2) split.base.push_back(subject);
    if (fate != 2) split.base_passages.push_back(passage);
    split.hidden[id] = split.hidden_records[id] = fate < 2;
    if (fate == 1 || fate == 2) {
      split.whole.push_back(other);
      split.all_passages.push_back(passage);
      split.overlay_passages.push_back(passage);
      other.id = dice.below(1000);  // an overlay counts for itself
      split.overlay.push_back(other);
    } else if (fate == 3) {
      split.whole.push_back(subject);
      split.all_passages.push_back(passage);
    }
  }
  return split;
}

}  // namespace

TEST_CASE("two layers answer as one index of what is visible") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    Dice dice{seed};
    const auto split = any_split(dice);
    const auto base = Index::build(split.base, split.base_passages, {1});
    const auto overlay = Index::build(split.overlay, split.overlay_passages, {1});
    const auto whole = Index::build(split.whole, split.all_passages, {1});
    const Layers layers{&base, &overlay, &split.hidden, &split.hidden_records};
    for (const char* text : queries) {
      for (const auto& filter : some_filters()) {
        const Query query{text, {2026, 11, 22}, filter, dice.below(3), 1 + dice.below(30)};
        REQUIRE_MESSAGE(shown(find(layers, query)) == shown(find({&whole}, query)), seed << text);
      }
    }
    const auto typed = suggest(layers, "john s", 9), alone = suggest({&whole}, "john s", 9);
    REQUIRE(typed.size() == alone.size());
    for (std::size_t i = 0; i < typed.size(); ++i) REQUIRE(typed[i].key == alone[i].key);
  }
}

TEST_CASE("a first page is the beginning of all, though most of what is found is never weighed") {
  Dice dice{7};
  std::vector<Subject> subjects;
  for (std::uint32_t id = 0; id < 400; ++id) subjects.push_back(any_subject(dice, id));
  const auto index = Index::build(subjects, {}, {1});
  for (const char* text : queries) {
    const auto all = find({&index}, {.text = text, .as_at = {2026, 11, 22}, .limit = hits_max});
    CHECK(all.hits.size() == all.total);
    const auto few = find({&index}, {.text = text, .as_at = {2026, 11, 22}, .limit = 3});
    for (std::size_t i = 0; i < few.hits.size(); ++i) CHECK(few.hits[i].key == all.hits[i].key);
    for (std::size_t i = 1; i < all.hits.size(); ++i) {
      CHECK(all.hits[i - 1].score >= all.hits[i].score);
    }
  }
}

TEST_CASE("neither the order of the input nor threads change an answer") {
  Dice dice{99};
  auto split = any_split(dice);
  const auto one = Index::build(split.whole, split.all_passages, {1});
  std::reverse(split.whole.begin(), split.whole.end());
  std::reverse(split.all_passages.begin(), split.all_passages.end());
  for (auto& subject : split.whole) {
    std::reverse(subject.names.begin(), subject.names.end());
    std::reverse(subject.births.begin(), subject.births.end());
  }
  const auto other = Index::build(split.whole, split.all_passages, {4});
  std::vector<std::string> lines;
  for (const char* text : queries) {
    const Query query{text, {2026, 11, 22}};
    CHECK(shown(find({&one}, query)) == shown(find({&other}, query)));
    lines.emplace_back(text);
  }
  const auto alone = find_list({&one}, lines, {2026, 11, 22}, 3, {1});
  const auto together = find_list({&one}, lines, {2026, 11, 22}, 3, {4});
  for (std::size_t i = 0; i < lines.size(); ++i) {
    REQUIRE(alone[i].hits.size() == together[i].hits.size());
    for (std::size_t h = 0; h < alone[i].hits.size(); ++h) {
      CHECK(alone[i].hits[h].key == together[i].hits[h].key);
    }
  }
}

namespace {

std::string snippet(std::string_view text, const char* query, std::size_t bytes_max = 60) {
  std::string shown;
  for (const auto& piece : cut_snippet(text, understand(query, {2026, 11, 22}), bytes_max)) {
    shown += piece.met ? "[" + piece.text + "]" : piece.text;
  }
  return shown;
}

}  // namespace

TEST_CASE("snippets show the stretch that has most of the query") {
  CHECK(snippet("A red van delivered parcels.", "vans") == "A red [van] delivered parcels");
  CHECK(snippet("A red van, and much later that night, when nobody was looking, the red van came.",
                "red night", 40) == "A [red] van, and much later that [night] …");
  CHECK(snippet("Nothing here.", "zebedee") == "Nothing here");
  CHECK(snippet("", "red") == "");
  CHECK(snippet("\xFF\xFE red \xD0", "red") == "\xFF\xFE [red] \xD0");
  CHECK(snippet("Он Кузнецов.", "kuznetsov") == "Он [Кузнецов]");
}
