#include "raptor/ranking_worth.hpp"

#include <doctest/doctest.h>

namespace {

// "+-+" best first; "(+-)" have one score.
raptor::RankingWorth worth(const char* order) {
  std::vector<raptor::Scored> all;
  double score = 0;
  bool tied = false;
  for (const char* c = order; *c != 0; ++c) {
    if (*c == '(' || *c == ')') {
      tied = *c == '(';
      --score;
    } else {
      all.push_back({tied ? score : --score, *c == '+'});
    }
  }
  return raptor::worth_of(all);
}

}  // namespace

TEST_CASE("a ranking is worth what it puts first, ties counted against") {
  CHECK(worth("++--").auc == 1);
  CHECK(worth("++--").average_precision == 1);
  CHECK(worth("--++").auc == 0);
  CHECK(worth("+-+-").auc == 0.75);
  CHECK(worth("+-+-").average_precision == doctest::Approx((1 + 2.0 / 3) / 2));
  CHECK(worth("(+-)").auc == 0);
  CHECK(worth("(-+)").average_precision == 0.5);
  CHECK(worth("++").auc == 0);
  CHECK(worth("").positives == 0);
}
