// How long adding, changing and withdrawing one record of many takes, and a decision: what the
// clock says, and what one processor does (other work on the machine does not count in that).
//   register_bench [RECORDS OPERATIONS]   by default 100,000 and 3,000 of each kind
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include "resolve/register.hpp"
#include "resolve/resolve.hpp"
#include "resolve/train.hpp"
#include "simulate/names.hpp"
#include "simulate/random.hpp"

namespace {

using resolve::Cells;
using resolve::Kind;

double wall_ms() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::milli>(now).count();
}
double processor_ms() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
}
double gigabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmRSS:")) return std::atof(line.c_str() + 6) / (1 << 20);
  }
  return 0;
}

const std::vector<resolve::Column> columns = {
    {"name", Kind::name},     {"date_of_birth", Kind::date}, {"sex", Kind::category},
    {"postcode", Kind::code}, {"street", Kind::text},        {"phone", Kind::identifier}};

/// Everybody is a member of a household, which shares an address, a surname and half of its phones,
/// and has two records on average, with errors and gaps.
class People {
 public:
  explicit People(std::uint32_t records) : people_(records / 2 + 1) {}

  Cells record(std::uint32_t number, std::uint32_t version) const {
    simulate::Random random(7, "record", {number, version});
    const auto person = random.chance(.5) ? number % people_ : random.below(people_);
    return record_of(person, random);
  }

 private:
  Cells record_of(std::uint32_t person, simulate::Random& errors) const {
    const auto household = person / 3;
    simulate::Random home(7, "home", {household}), own(7, "person", {person});
    const auto origin = home.below(names_.origins());
    const auto sex = own.chance(.5) ? simulate::Sex::male : simulate::Sex::female;
    Cells cells(columns.size());
    const auto say = [&](std::size_t column, std::string text, double known) {
      if (errors.chance(known))
        cells[column].push_back(errors.chance(.08) ? slip(std::move(text), errors) : text);
    };
    const auto family = names_.family(names_.draw_family(origin, home), sex);
    const auto given = names_.given(names_.draw_given(origin, sex, own), sex);
    say(0, given + " " + family, .98);
    std::array<char, 16> date{};
    std::snprintf(date.data(), date.size(), "%d-%02d-%02d", own.between(1940, 2008),
                  own.between(1, 12), own.between(1, 28));
    say(1, date.data(), .75);
    say(2, sex == simulate::Sex::male ? "male" : "female", .9);
    // Fifteen homes a postcode, and as many postcodes a district as there are.
    const auto place = household / 15;
    std::string postcode = "ZZ" + std::to_string(place / 3000) + " " +
                           std::to_string(place / 400 % 9) + static_cast<char>('A' + place % 20) +
                           static_cast<char>('A' + place / 20 % 20);
    say(3, postcode, .7);
    const auto street = names_.family(names_.draw_family(place % 7, home), simulate::Sex::male);
    say(4, std::to_string(household % 15 + 1) + " " + street + " Road", .6);
    const auto phone = own.chance(.5) ? household * 4 : person * 4 + 1;
    say(5, "+9997" + std::to_string(10'000'000 + phone), .5);
    return cells;
  }

  static std::string slip(std::string text, simulate::Random& random) {
    if (text.size() < 4) return text;
    const auto at = 1 + random.below(static_cast<std::uint32_t>(text.size() - 2));
    if (random.chance(.5))
      std::swap(text[at], text[at + 1]);
    else
      text[at] = static_cast<char>(random.chance(.5) ? 'e' : '1');
    return text;
  }

  const std::uint32_t people_;
  const simulate::Names names_;
};

std::string id_of(std::uint32_t number) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "r%08u", number);
  return text.data();
}

void add_row(resolve::Table& table, const Cells& cells) {
  table.add_row();
  for (std::size_t column = 0; column < cells.size(); ++column) {
    for (const auto& text : cells[column]) table.add_value(column, text);
  }
}

class Times {
 public:
  template <class Work>
  void measure(Work work) {
    const double wall = wall_ms(), processor = processor_ms();
    work();
    processor_.push_back(processor_ms() - processor);
    wall_.push_back(wall_ms() - wall);
  }
  void print(const char* what) {
    std::printf("%-10s", what);
    for (auto* list : {&wall_, &processor_}) {
      std::sort(list->begin(), list->end());
      const auto at = [&](double share) {
        return (*list)[static_cast<std::size_t>(share * static_cast<double>(list->size() - 1))];
      };
      std::printf("  p50 %7.3f  p99 %7.3f  max %8.3f |", at(.5), at(.99), at(1));
    }
    std::printf("\n");
  }

 private:
  std::vector<double> wall_, processor_;
};

}  // namespace

int main(int argc, char** argv) {
  const auto records = static_cast<std::uint32_t>(argc > 1 ? std::atoi(argv[1]) : 100'000);
  const auto operations = static_cast<std::uint32_t>(argc > 2 ? std::atoi(argv[2]) : 3'000);
  const auto threads = base::Threads::of_this_machine();
  const People people(records);
  // The version of each record held; 0 for none. A tenth of them come later.
  std::vector<std::uint32_t> versions(records + operations, 0);
  resolve::Table table(columns);
  std::vector<std::string> ids;
  for (std::uint32_t i = 0; i < records; ++i) {
    versions[i] = 1;
    ids.push_back(id_of(i));
    add_row(table, people.record(i, 1));
  }
  auto start = wall_ms();
  const auto model = resolve::train(table, {.is_cautious = true}, threads);
  std::printf("%u records; model trained in %.1f s\n", records, (wall_ms() - start) / 1e3);
  start = wall_ms();
  auto before = gigabytes();
  resolve::Register held(std::move(table), std::move(ids), model, threads);
  std::printf("register made in %.1f s; %.2f GB more than the table and model (%.2f GB)\n",
              (wall_ms() - start) / 1e3, gigabytes() - before, before);

  Times adding, changing, withdrawing, deciding;
  std::size_t events = 0;
  simulate::Random random(3, "operations");
  for (std::uint32_t i = 0; i < operations; ++i) {
    const auto fresh = records + i, changed = random.below(records);
    auto gone = random.below(records);
    const auto added = people.record(fresh, versions[fresh] = 1);
    adding.measure([&] { events += held.add(id_of(fresh), added).events.size(); });
    if (versions[changed] > 0) {
      const auto other = people.record(changed, ++versions[changed]);
      changing.measure([&] { events += held.change(id_of(changed), other).events.size(); });
    }
    while (versions[gone] == 0) gone = random.below(records);
    versions[gone] = 0;
    withdrawing.measure([&] { events += held.withdraw(id_of(gone)).events.size(); });
    const auto [left, right] = std::pair(id_of(fresh), held.entity_of(id_of(fresh)));
    if (left == right) continue;
    deciding.measure([&] { held.decide(left, right, resolve::Verdict::different); });
    held.decide(left, right, resolve::Verdict::undecided);
  }
  std::printf("ms, %u of each:  by the clock %37s by the processor\n", operations, "|");
  adding.print("add");
  changing.print("change");
  withdrawing.print("withdraw");
  deciding.print("decide");
  std::printf("%zu events; %.2f GB held\n", events, gigabytes());

  resolve::Table now(columns);
  std::vector<std::string> names;
  for (std::uint32_t i = 0; i < versions.size(); ++i) {
    if (versions[i] == 0) continue;
    names.push_back(id_of(i));
    add_row(now, people.record(i, versions[i]));
  }
  start = wall_ms();
  const auto full = resolve::resolve(now, model, {}, threads);
  std::size_t differences = 0;
  for (std::size_t row = 0; row < names.size(); ++row)
    differences += held.entity_of(names[row]) != names[full.entity[row]];
  std::printf("a full run on the same records: %.1f s; %zu differences\n",
              (wall_ms() - start) / 1e3, differences);
  return differences == 0 ? 0 : 1;
}
