#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace raptor {

/// A bar on the terminal for what takes over a second; silent where there is no terminal. Wiped
/// when it goes.
class ProgressBar {
 public:
  explicit ProgressBar(std::string title);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  /// share: 0 to 1. Drawn ten times a second at most.
  void show(double share, std::string_view note);

 private:
  std::string title_;
  bool is_terminal_, is_drawn_ = false;
  std::chrono::steady_clock::time_point next_;
};

}  // namespace raptor
