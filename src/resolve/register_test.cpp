#include "resolve/register.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <doctest/doctest.h>

#include "resolve/resolve.hpp"
#include "resolve/train.hpp"

// A register is right when it equals a full run: everything else is told by that.

namespace {

using resolve::Cells;
using resolve::Happening;
using resolve::Kind;
using resolve::Register;
using resolve::Verdict;
using Records = std::map<std::string, Cells>;
using Decisions = std::map<std::pair<std::string, std::string>, Verdict>;

const std::vector<resolve::Column> columns = {
    {"name", Kind::name},          {"dob", Kind::date},      {"sex", Kind::category},
    {"street", Kind::text},        {"postcode", Kind::code}, {"phone", Kind::identifier},
    {"around", Kind::surroundings}};

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15 + 1) {}
  std::size_t below(std::size_t limit) {  // Knuth's MMIX generator; its upper bits
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>(state_ >> 33) % limit;
  }
  template <class List>
  const auto& pick(const List& list) {
    return list[below(std::size(list))];
  }

 private:
  std::uint64_t state_;
};

// Few of each, near to one another, so that much is shared, tied and confused.
const std::vector<std::string> given = {"Keiran", "Kieran", "Kez",   "Ann",   "Anna", "Annie",
                                        "James",  "Jim",    "Jamie", "Maria", "Mary", "M"};
const std::vector<std::string> family = {"Ashdown", "Ashdowne", "Novak", "Nowak", "Lee", "Leigh"};
const std::vector<std::string> births = {"1984-03-12", "1984-12-03", "1984-03-13", "1978-11-23",
                                         "1978-11-25", "1979-11-23", "1984-01-01"};
const std::vector<std::string> streets = {"3 Mill Road", "3 Mill Rd", "12 Marsh Lane", "Marsh Lane",
                                          "7 Church Road"};
const std::vector<std::string> postcodes = {"ZZ6 3PL", "ZZ6 3PM", "ZZ7 1AA", "ZZ7 1AB"};
const std::vector<std::string> phones = {"07700900123", "07700900124", "07700900777"};

Cells invented(Dice& dice) {
  Cells cells(columns.size());
  const auto say = [&](std::size_t column, const std::string& text, std::size_t of_ten) {
    if (dice.below(10) < of_ten) cells[column].push_back(text);
  };
  say(0, dice.pick(given) + " " + dice.pick(family), 9);
  say(0, dice.pick(given) + " " + dice.pick(given) + " " + dice.pick(family), 2);
  say(1, dice.pick(births), 7);
  say(1, dice.pick(births), 1);
  say(2, dice.below(2) == 0 ? "male" : "f", 6);
  say(3, dice.pick(streets), 5);
  say(4, dice.pick(postcodes), 5);
  say(5, dice.pick(phones), 4);
  say(6, dice.pick(given) + " " + dice.pick(family), 2);
  return cells;
}

resolve::Table table_of(const Records& records) {
  resolve::Table table(columns);
  for (const auto& [id, cells] : records) {
    table.add_row();
    for (std::size_t column = 0; column < cells.size(); ++column) {
      for (const auto& text : cells[column]) table.add_value(column, text);
    }
  }
  return table;
}

std::vector<std::string> ids_of(const Records& records) {
  std::vector<std::string> ids;
  for (const auto& [id, cells] : records) ids.push_back(id);
  return ids;
}

resolve::Constraints constraints_of(const Decisions& decisions,
                                    const std::vector<std::string>& ids) {
  const auto row_of = [&](const std::string& id) {
    return static_cast<std::uint32_t>(std::lower_bound(ids.begin(), ids.end(), id) - ids.begin());
  };
  resolve::Constraints constraints;
  for (const auto& [pair, verdict] : decisions) {
    const auto holds = [&](const auto& id) {
      return std::binary_search(ids.begin(), ids.end(), id);
    };
    if (!holds(pair.first) || !holds(pair.second)) continue;
    (verdict == Verdict::same ? constraints.same : constraints.different)
        .emplace_back(row_of(pair.first), row_of(pair.second));
  }
  return constraints;
}

struct Truth {
  std::map<std::string, std::string> entity;
  std::vector<std::pair<std::string, std::string>> doubts;
  bool operator==(const Truth&) const = default;
};

Truth full_run(const Records& records, const Decisions& decisions, const resolve::Model& model,
               int threads) {
  const auto ids = ids_of(records);
  const auto found =
      resolve::resolve(table_of(records), model, constraints_of(decisions, ids), {threads});
  Truth truth;
  for (std::size_t row = 0; row < ids.size(); ++row)
    truth.entity[ids[row]] = ids[found.entity[row]];
  for (const auto& [left, right] : found.doubts) truth.doubts.emplace_back(ids[left], ids[right]);
  return truth;
}

Truth as_held(const Register& held, const Records& records) {
  Truth truth;
  for (const auto& [id, cells] : records) truth.entity[id] = held.entity_of(id);
  truth.doubts = held.doubts();
  return truth;
}

/// Applies to the entities before what the events say of names, and asks whether it fits after.
bool tells_what_happened(const std::vector<resolve::EntityEvent>& events, const Truth& before,
                         const Truth& after) {
  std::set<std::string> gone, come, told_gone, told_come;
  for (const auto& [id, name] : before.entity) gone.insert(name);
  for (const auto& [id, name] : after.entity) come.insert(name);
  for (const auto& event : events) {
    for (const auto& name : event.before) {
      if (!gone.contains(name)) return false;
      told_gone.insert(name);
    }
    for (const auto& name : event.after) {
      if (!come.contains(name)) return false;
      told_come.insert(name);
    }
  }
  for (const auto& name : gone) {
    if (!come.contains(name) && !told_gone.contains(name)) return false;
  }
  for (const auto& name : come) {
    if (!gone.contains(name) && !told_come.contains(name)) return false;
  }
  return events.empty() == (before.entity == after.entity);
}

struct Setting {
  bool is_cautious, is_learned;
  std::int64_t candidates_per_row, rows_per_key_max;
};

/// The model of records that are not those of the register, as it is in use.
resolve::Model model_of(const Setting& setting) {
  Dice dice(99);
  Records records;
  for (int i = 0; i < 60; ++i) records[std::to_string(i)] = invented(dice);
  auto model = resolve::train(table_of(records), {.is_cautious = setting.is_cautious}, {1});
  model.limits = {setting.candidates_per_row, setting.rows_per_key_max};
  if (setting.is_learned) {
    // As if learned: other ways of comparing names, and a prior that merges more.
    model.from_reference = false;
    model.prior += 9 * resolve::one_bit;
  }
  return model;
}

/// One random sequence; says where it first differs from full runs, or "".
std::string first_difference(const Setting& setting, const resolve::Model& model,
                             std::uint64_t seed) {
  Dice dice(seed);
  Records records;
  Decisions decisions;
  const auto loaded = dice.below(3) == 0 ? dice.below(25) : 0;
  const auto invented_id = [&] { return "r" + std::to_string(10 + dice.below(30)); };
  for (std::size_t i = 0; i < loaded; ++i) records[invented_id()] = invented(dice);
  Register held(table_of(records), ids_of(records), model, {1 + static_cast<int>(seed % 3)});
  auto before = as_held(held, records);
  if (before != full_run(records, decisions, model, 1)) return "after loading";
  for (int step = 0; step < 24; ++step) {
    const auto id = invented_id(), other = invented_id();
    const auto act = dice.below(10);
    std::vector<resolve::EntityEvent> events;
    if (!records.contains(id)) {
      events = held.add(id, records[id] = invented(dice)).events;
    } else if (act < 2) {
      records.erase(id);
      events = held.withdraw(id).events;
    } else if (act < 6) {
      events = held.change(id, records[id] = invented(dice)).events;
    } else if (id != other && records.contains(other)) {
      const auto verdict = static_cast<Verdict>(dice.below(3));
      decisions.erase(std::minmax(id, other));
      if (verdict != Verdict::undecided) decisions[std::minmax(id, other)] = verdict;
      events = held.decide(id, other, verdict).events;
    }
    const auto after = as_held(held, records);
    const auto where = "cautious " + std::to_string(setting.is_cautious) + ", learned " +
                       std::to_string(setting.is_learned) + ", seed " + std::to_string(seed) +
                       ", step " + std::to_string(step);
    if (after != full_run(records, decisions, model, 1 + step % 3)) return where;
    if (!tells_what_happened(events, before, after)) return where + ": the events";
    before = after;
  }
  return "";
}

Cells person(const char* name, const char* birth, const char* phone = "") {
  Cells cells(columns.size());
  cells[0] = {name};
  cells[1] = {birth};
  if (*phone != '\0') cells[5] = {phone};
  return cells;
}

resolve::Model small_model() { return model_of({false, false, 20, 2000}); }

}  // namespace

TEST_CASE("after any sequence a register equals a full run on its records") {
  const Setting settings[] = {{false, false, 20, 2000}, {true, false, 20, 2000},
                              {false, true, 3, 2000},   {true, true, 3, 2000},
                              {false, true, 1, 3},      {true, true, 2, 2},
                              {false, true, 20, 1}};
  for (const auto& setting : settings) {
    const auto model = model_of(setting);
    std::string difference;
    for (std::uint64_t seed = 1; seed <= 30 && difference.empty(); ++seed)
      difference = first_difference(setting, model, seed);
    CHECK(difference == "");
  }
}

TEST_CASE("the sequences reach what they are meant to try") {
  // Otherwise their equality would say little.
  const auto model = model_of({false, true, 3, 2000});
  Dice dice(5);
  Register held(columns, model);
  std::map<Happening, int> seen;
  std::size_t doubts = 0;
  for (int i = 0; i < 400; ++i) {
    const auto id = "r" + std::to_string(dice.below(30));
    const auto changes = !held.holds(id)      ? held.add(id, invented(dice))
                         : dice.below(3) == 0 ? held.withdraw(id)
                                              : held.change(id, invented(dice));
    for (const auto& event : changes.events) ++seen[event.happening];
    doubts += held.doubts().size();
  }
  for (auto happening :
       {Happening::formed, Happening::joined, Happening::left, Happening::merged, Happening::split})
    CHECK(seen[happening] > 5);
  CHECK(doubts > 0);
}

TEST_CASE("what happened is told with its cause") {
  using Events = std::vector<resolve::EntityEvent>;
  Register held(columns, small_model());
  CHECK(held.add("b", person("Keiran Ashdown", "1984-03-12")).events ==
        Events{{Happening::formed, "b", {}, {"b"}}});
  CHECK(held.add("c", person("Keiran Ashdown", "1984-03-12")).events ==
        Events{{Happening::joined, "c", {"b"}, {"b"}}});
  // The new name is that of the least id.
  CHECK(held.add("a", person("Keiran Ashdown", "1984-03-12")).events ==
        Events{{Happening::joined, "a", {"b"}, {"a"}}});
  CHECK(held.entity_with("c") == std::vector<std::string>{"a", "b", "c"});
  CHECK(held.change("a", person("Keiran Ashdown", "1984-03-12", "07700900123")).events.empty());
  CHECK(held.change("a", person("Maria Novak", "")).events ==
        Events{{Happening::left, "a", {"a"}, {"b"}}, {Happening::formed, "a", {}, {"a"}}});

  const auto merged = held.decide("c", "a", Verdict::same);
  CHECK(merged.events == Events{{Happening::merged, "", {"a", "b"}, {"a"}}});
  CHECK(merged.cause == resolve::Cause{resolve::Cause::Act::decide, "c", "a", Verdict::same});
  CHECK(held.decide("b", "c", Verdict::different).events ==
        Events{{Happening::split, "", {"a"}, {"a", "b"}}});
  CHECK(held.decide("a", "c", Verdict::undecided).events ==
        Events{{Happening::split, "", {"a"}, {"a", "c"}}});
  CHECK(held.withdraw("b").events == Events{{Happening::left, "b", {"b"}, {}}});
  CHECK(held.size() == 2);
}

TEST_CASE("a decision waits for its records") {
  Register held(columns, small_model());
  held.add("a", person("Keiran Ashdown", "1984-03-12"));
  held.add("b", person("Keiran Ashdown", "1984-03-12"));
  held.decide("a", "b", Verdict::different);
  CHECK(held.entity_of("b") == "b");
  held.withdraw("b");
  held.add("b", person("Keiran Ashdown", "1984-03-12"));
  CHECK(held.entity_of("b") == "b");
}

TEST_CASE("what cannot be asked of a register is refused, and changes nothing") {
  Register held(columns, small_model());
  held.add("a", person("Keiran Ashdown", "1984-03-12"));
  CHECK_THROWS(held.add("a", person("Ann Lee", "1984-03-12")));
  CHECK_THROWS(held.change("b", person("Ann Lee", "1984-03-12")));
  CHECK_THROWS(held.add("b", Cells(2)));
  CHECK_THROWS(held.withdraw("b"));
  CHECK_THROWS(held.decide("a", "b", Verdict::same));
  CHECK_THROWS(held.decide("a", "a", Verdict::same));
  CHECK_THROWS(held.entity_of("b"));
  CHECK(held.size() == 1);
  CHECK(held.entity_of("a") == "a");
  CHECK_THROWS(Register({{"name", Kind::name}}, small_model()));
  resolve::Table two(columns);
  two.add_row();
  two.add_row();
  CHECK_THROWS(Register(std::move(two), {"b", "a"}, small_model(), {1}));
}
