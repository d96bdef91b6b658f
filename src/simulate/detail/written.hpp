#pragma once

#include <cstdio>
#include <string>

#include "simulate/detail/events.hpp"

namespace simulate {

// How moments, degrees and sums stand in the files.

constexpr base::Seconds a_day = 86'400;

inline std::int32_t day_of(const Event& event) {
  return static_cast<std::int32_t>(event.time / a_day);
}

inline std::string clock_of(const Event& event) {
  const auto second = static_cast<int>(event.time % a_day);
  char text[48];
  std::snprintf(text, sizeof text, "%02d:%02d:%02d", second / 3600, second / 60 % 60, second % 60);
  return text;
}

inline std::string degrees(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4f", value);
  return text;
}

inline std::string pounds(std::int64_t pence) {
  char text[32];
  std::snprintf(text, sizeof text, "%lld.%02d", static_cast<long long>(pence / 100),
                static_cast<int>(pence % 100));
  return text;
}

}  // namespace simulate
