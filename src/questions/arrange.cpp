#include "questions/arrange.hpp"

#include <algorithm>
#include <cmath>

namespace questions {

namespace {

constexpr std::size_t rounds_min = 30, rounds_max = 300, comparisons_max = 10'000'000;
// The golden angle, 137.5 degrees: points of a spiral by it are evenly spread.
constexpr double golden_cosine = -0.7373688780783197, golden_sine = 0.6754902942615238;
constexpr double gravity = 0.05, rim_gap = 1.15, least_distance = 1e-3;

double norm(ChartPoint point) { return std::sqrt(point.x * point.x + point.y * point.y); }

class Springs {
 public:
  Springs(const std::vector<bool>& at_rim, std::span<const ChartTie> ties)
      : at_rim_(at_rim), ties_(ties), pulls_(at_rim.size()) {
    ChartPoint direction{1, 0};
    for (std::size_t i = 0; i < at_rim.size(); ++i) {
      const double radius = std::sqrt(static_cast<double>(i) + 0.5);
      points_.push_back({radius * direction.x, radius * direction.y});
      directions_.push_back(direction);
      direction = {direction.x * golden_cosine - direction.y * golden_sine,
                   direction.x * golden_sine + direction.y * golden_cosine};
    }
  }

  std::vector<ChartPoint> settle() {
    const auto count = points_.size();
    const auto rounds = std::clamp(comparisons_max / std::max<std::size_t>(1, count * count),
                                   rounds_min, rounds_max);
    for (std::size_t round = 0; round < rounds; ++round) {
      std::fill(pulls_.begin(), pulls_.end(), ChartPoint{0, 0});
      repel();
      attract();
      const double left = 1 - static_cast<double>(round) / static_cast<double>(rounds);
      move(left * std::sqrt(static_cast<double>(count)) / 4);
    }
    push_out();
    scale();
    return std::move(points_);
  }

 private:
  void repel() {
    for (std::size_t i = 0; i < points_.size(); ++i) {
      for (std::size_t j = i + 1; j < points_.size(); ++j) {
        const double x = points_[i].x - points_[j].x, y = points_[i].y - points_[j].y;
        const double squared = std::max(least_distance, x * x + y * y);
        pulls_[i].x += x / squared;
        pulls_[i].y += y / squared;
        pulls_[j].x -= x / squared;
        pulls_[j].y -= y / squared;
      }
    }
  }

  void attract() {
    for (const auto& tie : ties_) {
      const double x = points_[tie.one].x - points_[tie.other].x;
      const double y = points_[tie.one].y - points_[tie.other].y;
      const double pull = norm({x, y}) * (0.5 + tie.weight / (1 + tie.weight));
      pulls_[tie.one].x -= x * pull;
      pulls_[tie.one].y -= y * pull;
      pulls_[tie.other].x += x * pull;
      pulls_[tie.other].y += y * pull;
    }
  }

  // Ever less far, so that it comes to rest.
  void move(double distance_max) {
    for (std::size_t i = 0; i < points_.size(); ++i) {
      auto pull = pulls_[i];
      pull.x -= gravity * points_[i].x;
      pull.y -= gravity * points_[i].y;
      const double length = norm(pull);
      const double part = length > distance_max ? distance_max / length : 1;
      points_[i].x += part * pull.x;
      points_[i].y += part * pull.y;
    }
  }

  void push_out() {
    ChartPoint centre{0, 0};
    double inside = 0;
    for (std::size_t i = 0; i < points_.size(); ++i) {
      if (at_rim_[i]) continue;
      centre.x += points_[i].x;
      centre.y += points_[i].y;
      ++inside;
    }
    if (inside == 0) return;
    double radius = 0;
    for (std::size_t i = 0; i < points_.size(); ++i) {
      points_[i].x -= centre.x / inside;
      points_[i].y -= centre.y / inside;
      if (!at_rim_[i]) radius = std::max(radius, norm(points_[i]));
    }
    const double rim = std::max(1.0, radius * rim_gap);
    for (std::size_t i = 0; i < points_.size(); ++i) {
      const double length = norm(points_[i]);
      if (!at_rim_[i] || length >= rim) continue;
      points_[i] = length < least_distance
                       ? ChartPoint{rim * directions_[i].x, rim * directions_[i].y}
                       : ChartPoint{points_[i].x * rim / length, points_[i].y * rim / length};
    }
  }

  // Tenths are enough for a screen, and hide the last digits.
  void scale() {
    double radius = 0;
    for (const auto& point : points_) radius = std::max(radius, norm(point));
    if (radius < least_distance) radius = 1;
    for (auto& point : points_) {
      point.x = std::round(point.x * arrange_radius / radius * 10) / 10 + 0.0;
      point.y = std::round(point.y * arrange_radius / radius * 10) / 10 + 0.0;
    }
  }

  const std::vector<bool>& at_rim_;
  std::span<const ChartTie> ties_;
  std::vector<ChartPoint> points_, pulls_, directions_;
};

}  // namespace

std::vector<ChartPoint> arrange(const std::vector<bool>& at_rim, std::span<const ChartTie> ties) {
  return Springs(at_rim, ties).settle();
}

}  // namespace questions
