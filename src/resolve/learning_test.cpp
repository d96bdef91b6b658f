#include "resolve/detail/learning.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "resolve/detail/candidates.hpp"
#include "resolve/detail/engine.hpp"
#include "resolve/detail/pair_sample.hpp"
#include "resolve/detail/reference.hpp"
#include "resolve/evaluate.hpp"
#include "resolve/explain.hpp"
#include "resolve/resolve.hpp"

using namespace resolve::detail;
using resolve::Kind;

namespace {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  double operator()() {  // Knuth's MMIX generator; its upper bits
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<double>(state_ >> 11) * 0x1p-53;
  }

 private:
  std::uint64_t state_;
};

/// Categories: level 1 different, level 2 the same. Matches agree at these rates, strangers at
/// those.
constexpr double agree_if_match[] = {.95, .90, .80, .97, .85};
constexpr double agree_if_stranger[] = {.02, .01, .05, .10, .03};
constexpr std::size_t fields = 5;

Patterns simulated(std::size_t pairs, double share_of_matches) {
  Dice dice(7);
  std::vector<Level> levels;
  for (std::size_t i = 0; i < pairs; ++i) {
    const bool match = dice() < share_of_matches;
    for (std::size_t f = 0; f < fields; ++f) {
      const double rate = match ? agree_if_match[f] : agree_if_stranger[f];
      levels.push_back(dice() < rate ? Level{2} : Level{1});
    }
  }
  // The sample is the same pairs, each standing for itself.
  return count_patterns(fields, levels, levels, std::vector<double>(pairs, 1.0));
}

LearningTask task_of(double pairs) {
  LearningTask task;
  task.kinds.assign(fields, Kind::category);
  task.pairs = pairs;
  const auto levels = level_count(Kind::category);
  for (std::size_t f = 0; f < fields; ++f) {
    std::vector<double> matches(levels, 1e-6), strangers(levels, 1e-6);
    matches[1] = .3;
    matches[2] = .7;
    strangers[1] = .8;
    strangers[2] = .2;
    task.start.among_matches.push_back(matches);
    task.start.among_strangers.push_back(strangers);
  }
  task.start.prior = std::log2(.01);
  return task;
}

/// People of five records each with errors, told apart by name, birth, place and phone.
struct Simulated {
  resolve::Table table{{{"name", Kind::name},
                        {"dob", Kind::date},
                        {"place", Kind::text},
                        {"phone", Kind::identifier}}};
  std::vector<std::uint32_t> truth;
};

std::string invented_word(std::uint32_t number) {
  constexpr const char* parts[] = {"ba", "ke", "li",  "mo",  "nu",  "ra",  "se",  "ti",
                                   "vo", "wy", "dra", "ple", "sto", "gri", "thu", "che"};
  std::string word;
  for (int i = 0; i < 3; ++i, number /= 16) word += parts[number % 16];
  return word;
}

Simulated simulated_people(std::uint32_t people) {
  Simulated made;
  Dice dice(11);
  const auto below = [&](int limit) { return static_cast<int>(dice() * limit); };
  for (std::uint32_t person = 0; person < people; ++person) {
    const auto forename = invented_word(static_cast<std::uint32_t>(below(200)));
    const auto surname = invented_word(static_cast<std::uint32_t>(below(1500)) + 1000);
    const auto dob = std::to_string(1940 + below(60)) + "-0" + std::to_string(1 + below(9)) + "-" +
                     std::to_string(10 + below(18));
    const auto place = invented_word(static_cast<std::uint32_t>(below(100)) + 3000);
    const auto phone = "0770090" + std::to_string(1000 + below(8999));
    for (int record = 0; record < 5; ++record) {
      made.table.add_row();
      const auto shown = dice() < .1 ? forename.substr(1) : forename;
      made.table.add_value(0, shown + " " + surname);
      if (dice() < .8) made.table.add_value(1, dice() < .1 ? dob.substr(0, 9) + "0" : dob);
      if (dice() < .7) made.table.add_value(2, place);
      if (dice() < .5) made.table.add_value(3, phone);
      made.truth.push_back(person);
    }
  }
  return made;
}

}  // namespace

TEST_CASE("EM finds the rates that made the data, without labels") {
  constexpr std::size_t pairs = 30'000;
  const auto learned = learn(simulated(pairs, .05), task_of(pairs));
  for (std::size_t f = 0; f < fields; ++f) {
    CHECK(learned.among_matches[f][2] == doctest::Approx(agree_if_match[f]).epsilon(.03));
    CHECK(learned.among_strangers[f][2] == doctest::Approx(agree_if_stranger[f]).epsilon(.1));
  }
  CHECK(learned.matches == doctest::Approx(.05 * pairs).epsilon(.08));
}

TEST_CASE("dependence among strangers is found") {
  // Households: half of those who agree on the second field agree on the first too.
  Dice dice(5);
  std::vector<Level> levels;
  constexpr std::size_t pairs = 30'000;
  for (std::size_t i = 0; i < pairs; ++i) {
    const bool match = dice() < .05;
    bool second = false;
    for (std::size_t f = fields; f-- > 0;) {
      double rate = match ? agree_if_match[f] : agree_if_stranger[f];
      if (f == 0 && !match && second) rate = .5;
      const bool agree = dice() < rate;
      if (f == 1) second = agree;
      levels.push_back(agree ? Level{2} : Level{1});
    }
  }
  for (std::size_t i = 0; i < levels.size(); i += fields) {
    std::reverse(levels.begin() + static_cast<std::ptrdiff_t>(i),
                 levels.begin() + static_cast<std::ptrdiff_t>(i + fields));
  }
  const auto learned = learn(
      count_patterns(fields, levels, levels, std::vector<double>(pairs, 1.0)), task_of(pairs));
  REQUIRE_FALSE(learned.lifts.empty());  // the strongest comes first
  CHECK(learned.lifts[0].first == 0);
  CHECK(learned.lifts[0].second == 1);
  CHECK(learned.lifts[0].log_lift[4][4] == doctest::Approx(std::log2(.5 / .025)).epsilon(.2));
}

TEST_CASE("a sample's weights count the pairs of the table, whatever the strata") {
  const auto made = simulated_people(100);
  const auto encoded = encode(made.table, {1});
  const auto keys = find_keys(encoded, {1});
  const auto sample = sample_pairs(keys, 500, 40'000, 3, {1});
  double pairs = 0, same_phone = 0;
  const auto phone = [&](Row row) { return made.table.cell(row, 3); };
  for (std::size_t i = 0; i < sample.pairs.size(); ++i) {
    pairs += sample.weights[i];
    const auto a = phone(sample.pairs[i].left), b = phone(sample.pairs[i].right);
    if (!a.empty() && !b.empty() && a[0] == b[0]) same_phone += sample.weights[i];
  }
  double true_pairs = 0;
  for (Row a = 0; a < 500; ++a) {
    for (Row b = a + 1; b < 500; ++b) {
      if (!phone(a).empty() && !phone(b).empty()) true_pairs += phone(a)[0] == phone(b)[0];
    }
  }
  CHECK(pairs == doctest::Approx(500 * 499 / 2).epsilon(.03));
  CHECK(same_phone == doctest::Approx(true_pairs).epsilon(.05));
  CHECK(sample_pairs(keys, 500, 200'000, 3, {1}).pairs.size() == 500 * 499 / 2);  // all there are
}

TEST_CASE("candidates are the rows that share the rarest keys") {
  const auto made = simulated_people(100);
  const auto encoded = encode(made.table, {1});
  const auto keys = find_keys(encoded, {1});
  resolve::Model model;
  model.fields = rarities_of(encoded, keys, {1});
  model.rows = 500;
  model.limits.candidates_per_row = 6;
  const auto found = find_candidates(keys, 500, model, {1});
  std::size_t right = 0;
  for (const auto& pair : found.pairs) right += made.truth[pair.left] == made.truth[pair.right];
  CHECK(right >= 960);  // of the 1,000 true pairs
  CHECK(found.pairs.size() <= 500 * 6);
  CHECK(std::is_sorted(found.pairs.begin(), found.pairs.end()));
  model.limits.rows_per_key_max = 1;
  const auto crowded = find_candidates(keys, 500, model, {1});
  CHECK(crowded.pairs.empty());
  CHECK(crowded.crowded_keys > 0);
}

TEST_CASE("people are found in simulated records, the same for any number of threads") {
  const auto made = simulated_people(420);
  const resolve::TrainOptions options{.sample_pairs = 60'000, .limits = {}};
  const auto one = resolve::train_and_resolve(made.table, options, {}, {1});
  const auto two = resolve::train_and_resolve(made.table, options, {}, {2});
  CHECK_FALSE(one.model.from_reference);
  CHECK(one.resolution.entity == two.resolution.entity);
  CHECK(to_json(one.model) == to_json(two.model));
  const auto worth = resolve::evaluate(one.resolution.entity, made.truth);
  CHECK(worth.pairwise.f1 > .99);
  CHECK(worth.largest_entity < 10);  // no two whole people are one

  SUBCASE("a model survives its JSON to the byte, and resolves the same") {
    const auto text = to_json(one.model);
    const auto back = resolve::model_from_json(text);
    CHECK(to_json(back) == text);
    CHECK(resolve::resolve(made.table, back, {}, {2}).entity == one.resolution.entity);
  }
  SUBCASE("an explanation uses the same weights") {
    const auto explained = resolve::Explainer(made.table, one.model)(0, 1);
    auto sum = explained.prior;
    for (const auto& reason : explained.reasons) sum += reason.weight;
    CHECK(sum == explained.total);
    CHECK(explained.total > 0);
  }
  SUBCASE("a model for other columns is refused") {
    resolve::Table other({{"name", Kind::name}});
    other.add_row();
    CHECK_THROWS(resolve::resolve(other, one.model, {}, {1}));
  }
}

TEST_CASE("what is no model is refused with a sentence") {
  CHECK_THROWS(resolve::model_from_json("{"));
  CHECK_THROWS(resolve::model_from_json("{}"));
  CHECK_THROWS(resolve::model_from_json(R"({"format": "something else"})"));
  const auto* const earlier = R"({"format": "raptor resolve model 1"})";
  CHECK(resolve::is_of_earlier_release(earlier));
  CHECK_THROWS_WITH(resolve::model_from_json(earlier), doctest::Contains("of an earlier release"));
}

TEST_CASE("evaluation against a truth") {
  using Labels = std::vector<std::uint32_t>;
  const auto worth = [](Labels found, Labels truth) { return resolve::evaluate(found, truth); };
  CHECK(worth({0, 0, 2, 3}, {5, 5, 6, 7}).pairwise.f1 == 1);
  const auto split = worth({0, 0, 2, 2}, {1, 1, 1, 1});
  CHECK(split.pairwise.precision == 1);
  CHECK(split.pairwise.recall == doctest::Approx(2.0 / 6));
  CHECK(split.b_cubed.recall == doctest::Approx(.5));
  const auto merged = worth({0, 0, 0}, {1, 1, 2});
  CHECK(merged.pairwise.precision == doctest::Approx(1.0 / 3));
  CHECK(merged.b_cubed.precision == doctest::Approx((2.0 / 3 + 2.0 / 3 + 1.0 / 3) / 3));
  CHECK(merged.largest_entity == 3);
  CHECK(merged.largest_true_entity == 2);
  CHECK(worth({0, 1}, {1, 1}).pairwise.recall == 0);
}
