#include "simulate/random.hpp"

#include <set>
#include <vector>

#include <doctest/doctest.h>

namespace {

using simulate::Random;

TEST_CASE("a stream depends on seed, purpose and subject, and on nothing else") {
  CHECK(Random(1, "a", {2}).bits() == Random(1, "a", {2}).bits());
  CHECK(Random(1, "a", {2}).bits() != Random(2, "a", {2}).bits());
  CHECK(Random(1, "a", {2}).bits() != Random(1, "b", {2}).bits());
  CHECK(Random(1, "a", {2}).bits() != Random(1, "a", {3}).bits());
  CHECK(Random(1, "a", {2, 3}).bits() != Random(1, "a", {3, 2}).bits());
}

TEST_CASE("numbers stay in their bounds and reach both ends") {
  Random random(7, "bounds");
  std::set<int> seen;
  for (int i = 0; i < 1000; ++i) seen.insert(random.between(-2, 3));
  CHECK(seen == std::set<int>{-2, -1, 0, 1, 2, 3});
  for (int i = 0; i < 1000; ++i) CHECK(random.rank(5) < 5);
}

TEST_CASE("a shuffling gives every place once") {
  for (const std::uint64_t size : {1, 2, 3, 1000, 4097}) {
    std::set<std::uint64_t> places;
    for (std::uint64_t i = 0; i < size; ++i) places.insert(simulate::shuffled(i, size, 99));
    CHECK(places.size() == size);
    CHECK(*places.rbegin() == size - 1);
  }
}

TEST_CASE("means are about what was asked") {
  Random random(3, "means");
  double normal = 0, square = 0;
  int poisson = 0;
  for (int i = 0; i < 20'000; ++i) {
    const double draw = random.normal();
    normal += draw;
    square += draw * draw;
    poisson += random.poisson(2.5);
  }
  CHECK(normal / 20'000 == doctest::Approx(0).epsilon(0.03));
  CHECK(square / 20'000 == doctest::Approx(1).epsilon(0.05));
  CHECK(poisson / 20'000.0 == doctest::Approx(2.5).epsilon(0.03));
}

}  // namespace
