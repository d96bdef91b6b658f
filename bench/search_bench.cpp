// Builds an index of generated subjects and passages, and times mixed queries on one thread, in
// time of the processor. Usage: search_bench [PEOPLE THREADS], by default 100,000 people among
// 600,000 subjects, 2.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "search/find.hpp"
#include "simulate/names.hpp"
#include "simulate/random.hpp"

namespace {

// Of the processor, all threads together: other work on the machine does not count.
double processor_seconds() {
  return static_cast<double>(std::clock()) / static_cast<double>(CLOCKS_PER_SEC);
}

constexpr const char* forces[] = {"Aldermere", "Brackwater", "Carrowvale", "Dunmarsh"};
constexpr const char* town_starts[] = {"Ald", "Brack", "Carr", "Dun", "Esk", "Fern", "Garr", "Hex"};
constexpr const char* town_ends[] = {"mere", "water", "well", "marsh", "dean", "hollow", "dale"};
constexpr const char* street_starts[] = {"Orl",  "Tamb", "Quill", "Hesk", "Marl", "Brin", "Cor",
                                         "Drax", "Eld",  "Fairl", "Grav", "Hob",  "Isl",  "Jess"};
constexpr const char* street_ends[] = {"ton", "ham", "by", "field", "croft", "worth", "ley"};

std::string town(simulate::Random& random) {
  return std::string(random.pick(town_starts)) + random.pick(town_ends);
}
std::string street(simulate::Random& random) {
  return std::to_string(random.between(1, 200)) + " " + random.pick(street_starts) +
         random.pick(street_ends) + " Road";
}
// +999 is assigned to nobody.
std::string phone_of(std::uint32_t i) { return "+9997" + std::to_string(10'000'000 + i); }
std::string plate_of(std::uint32_t i) {
  std::string plate = "AA00AAA";
  for (const int at : {6, 5, 4, 1, 0}) {
    plate[static_cast<std::size_t>(at)] = static_cast<char>('A' + i % 26);
    i /= 26;
  }
  plate[2] = static_cast<char>('0' + i % 10);
  return plate;
}

std::string slip(std::string name, simulate::Random& random) {
  if (name.size() < 5) return name;
  const auto at = 1 + random.below(static_cast<std::uint32_t>(name.size() - 2));
  switch (random.below(3)) {
    case 0:
      std::swap(name[at], name[at + 1]);
      break;
    case 1:
      name.erase(at, 1);
      break;
    default:
      name[at] = static_cast<char>('a' + random.below(26));
  }
  return name;
}

struct Region {
  std::vector<search::Subject> subjects;
  std::vector<std::string> texts;
  std::vector<search::Passage> passages;
};

search::Subject blank(std::vector<search::Subject>& all, model::Noun noun,
                      simulate::Random& random) {
  search::Subject subject;
  subject.id = static_cast<std::uint32_t>(all.size());
  subject.key =
      std::to_string(simulate::mix(subject.id, 5)) + "-" + std::string(base::name_of(noun));
  subject.noun = noun;
  subject.forces = {random.pick(forces)};
  subject.records = 1 + random.below(12);
  subject.first = subject.last = random.below(100'000'000);
  return subject;
}

search::Subject person(std::vector<search::Subject>& all, const simulate::Names& names,
                       simulate::Random& random) {
  auto subject = blank(all, model::Noun::person, random);
  const auto origin = random.below(10) < 6 ? 0 : random.below(names.origins());
  const auto sex = random.chance(0.7) ? simulate::Sex::male : simulate::Sex::female;
  const auto given = names.given(names.draw_given(origin, sex, random), sex);
  const auto family = names.family(names.draw_family(origin, random), sex);
  subject.names.push_back({given + " " + family, given, family});
  if (random.chance(0.3)) {
    const auto other = slip(given, random), last = slip(family, random);
    subject.names.push_back({other + " " + last, other, last});
  }
  subject.births.push_back({static_cast<std::int16_t>(random.between(1950, 2006)),
                            static_cast<std::int8_t>(random.between(1, 12)),
                            static_cast<std::int8_t>(random.between(1, 28))});
  subject.places = {street(random), town(random)};
  subject.identifiers.push_back({search::IdentifierKind::phone, phone_of(subject.id), ""});
  return subject;
}

void fill_things(Region& region, std::uint32_t people, simulate::Random& random) {
  using search::IdentifierKind;
  for (std::uint32_t i = 0; i < people * 5; ++i) {
    constexpr model::Noun nouns[] = {model::Noun::phone, model::Noun::vehicle, model::Noun::address,
                                     model::Noun::crime, model::Noun::report};
    const auto noun = nouns[i % 5];
    auto subject = blank(region.subjects, noun, random);
    if (noun == model::Noun::phone) {
      subject.identifiers.push_back({IdentifierKind::phone, phone_of(i / 5), ""});
    } else if (noun == model::Noun::vehicle) {
      subject.identifiers.push_back({IdentifierKind::vehicle, plate_of(i), ""});
    } else if (noun == model::Noun::address) {
      subject.places = {street(random), town(random)};
      subject.identifiers.push_back(
          {IdentifierKind::postcode,
           "ZZ" + std::to_string(1 + i % 20) + " " + std::to_string(i % 10) + "AA", ""});
    } else {
      subject.identifiers.push_back(
          {IdentifierKind::reference, "42/" + std::to_string(1'000'000 + i) + "/26", ""});
    }
    region.subjects.push_back(std::move(subject));
  }
}

// The commonest words first; beyond them composed ones, so that the words of texts are as many and
// as uneven as they are in reports.
std::vector<std::string> report_words() {
  std::vector<std::string> words = {
      "the",    "a",        "to",     "and",       "of",    "was",    "in",    "is",
      "he",     "from",     "at",     "on",        "his",   "for",    "with",  "known",
      "states", "believed", "source", "seen",      "near",  "house",  "phone", "night",
      "people", "car",      "door",   "address",   "cash",  "young",  "flat",  "van",
      "red",    "driver",   "drugs",  "delivered", "meets", "parcels"};
  for (auto first : street_starts) {
    for (auto middle : town_starts) {
      for (auto last : street_ends) {
        words.push_back(base::to_lower_ascii(std::string(first) + middle + last));
      }
    }
  }
  return words;
}

void fill_reports(Region& region, std::uint32_t count, simulate::Random& random) {
  const auto words = report_words();
  region.texts.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    std::string text;
    for (int w = 0; w < 100; ++w) {
      const bool name = random.chance(0.04);
      text += name ? region.subjects[random.below(count)].names.front().written
                   : words[random.rank(static_cast<std::uint32_t>(words.size()))];
      text += random.chance(0.02) ? " ref" + std::to_string(random.below(20000)) + " " : " ";
    }
    region.texts.push_back(std::move(text));
    region.passages.push_back({i, "record" + std::to_string(simulate::mix(i, 3)), "",
                               region.texts.back(), random.pick(forces), random.below(90'000'000)});
  }
}

Region make_region(std::uint32_t people) {
  Region region;
  simulate::Random random(1, "search_bench");
  const simulate::Names names;
  for (std::uint32_t i = 0; i < people; ++i) {
    region.subjects.push_back(person(region.subjects, names, random));
  }
  fill_things(region, people, random);
  fill_reports(region, people, random);
  return region;
}

void time_queries(const char* what, const search::Index& index,
                  const std::vector<std::string>& queries, std::vector<double>& all) {
  std::vector<double> times;
  std::size_t found = 0;
  for (const auto& text : queries) {
    const double start = processor_seconds();
    const auto result = search::find({&index}, {.text = text, .as_at = {2026, 11, 22}});
    times.push_back((processor_seconds() - start) * 1000);
    found += result.total + result.passage_total;
  }
  all.insert(all.end(), times.begin(), times.end());
  std::sort(times.begin(), times.end());
  std::printf("%-22s p50 %7.2f ms   p95 %7.2f ms   slowest %7.2f ms   %zu found each\n", what,
              times[times.size() / 2], times[times.size() * 95 / 100], times.back(),
              found / queries.size());
}

using Ask = std::string (*)(const search::Subject&, simulate::Random&);
const search::Name& name_of(const search::Subject& person) { return person.names.front(); }

// clang-format off
constexpr struct { const char* what; Ask ask; } kinds[] = {
    {"name", [](const search::Subject& p, simulate::Random&) { return name_of(p).written; }},
    {"name, misspelt", [](const search::Subject& p, simulate::Random& r) {
       return slip(name_of(p).given, r) + " " + slip(name_of(p).family, r); }},
    {"family name", [](const search::Subject& p, simulate::Random&) { return name_of(p).family; }},
    {"name, town, year", [](const search::Subject& p, simulate::Random&) {
       return name_of(p).written + " " + p.places[1] + " " + std::to_string(p.births[0].year); }},
    {"initial and family", [](const search::Subject& p, simulate::Random&) {
       return name_of(p).given.substr(0, 1) + " " + name_of(p).family; }},
    {"town", [](const search::Subject& p, simulate::Random&) { return p.places[1]; }},
    {"phone", [](const search::Subject& p, simulate::Random&) { return p.identifiers[0].canonical; }},
    {"end of a phone", [](const search::Subject& p, simulate::Random&) {
       return "*" + p.identifiers[0].canonical.substr(7); }},
    {"report words", [](const search::Subject&, simulate::Random& r) {
       return std::string(r.chance(0.5) ? "parcels delivered night" : "young people flat"); }},
};
// clang-format on

// Of people asked for by a name with a slip in each part: is one of that very name in the first 10?
void measure_recall(const search::Index& index, const Region& region, std::uint32_t people) {
  simulate::Random random(3, "recall");
  int found = 0;
  constexpr int asked = 500;
  for (int i = 0; i < asked; ++i) {
    const auto& wanted = region.subjects[random.below(people)];
    const auto text =
        slip(name_of(wanted).given, random) + " " + slip(name_of(wanted).family, random);
    const auto result =
        search::find({&index}, {.text = text, .as_at = {2026, 11, 22}, .limit = 10});
    found += std::any_of(result.hits.begin(), result.hits.end(), [&](const search::Hit& hit) {
      const auto& names = region.subjects[hit.id].names;
      return std::any_of(names.begin(), names.end(), [&](const search::Name& name) {
        return name.written == name_of(wanted).written;
      });
    });
  }
  std::printf("a slip in each name: that name among the first 10 for %.1f %%\n",
              100.0 * found / asked);
}

}  // namespace

int main(int count, char** arguments) {
  const auto people = static_cast<std::uint32_t>(count > 1 ? std::atoi(arguments[1]) : 100'000);
  const base::Threads threads{count > 2 ? std::atoi(arguments[2]) : 2};
  const auto region = make_region(people);
  const double start = processor_seconds();
  const auto index = search::Index::build(region.subjects, region.passages, threads);
  std::printf("%zu subjects, %zu passages: built in %.2f s of processor time, %.0f MB\n",
              index.subjects(), index.passages(), (processor_seconds() - start),
              static_cast<double>(index.memory_bytes()) / 1e6);
  simulate::Random random(2, "queries");
  std::vector<double> all;
  for (const auto& kind : kinds) {
    std::vector<std::string> queries;
    for (int i = 0; i < 100; ++i) {
      queries.push_back(kind.ask(region.subjects[random.below(people)], random));
    }
    time_queries(kind.what, index, queries, all);
  }
  std::sort(all.begin(), all.end());
  std::printf("%-22s p50 %7.2f ms   p95 %7.2f ms\n", "all", all[all.size() / 2],
              all[all.size() * 95 / 100]);
  std::vector<double> typed;
  for (int i = 0; i < 200; ++i) {
    const auto text = name_of(region.subjects[random.below(people)]).written.substr(0, 3);
    const double begin = processor_seconds();
    (void)search::suggest({&index}, text, 10);
    typed.push_back((processor_seconds() - begin) * 1000);
  }
  std::sort(typed.begin(), typed.end());
  std::printf("%-22s p50 %7.2f ms   p95 %7.2f ms\n", "suggest", typed[100], typed[190]);
  measure_recall(index, region, people);
}
