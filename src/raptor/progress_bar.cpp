#include "raptor/progress_bar.hpp"

#include <cstdio>

#include <unistd.h>

namespace raptor {

namespace {

constexpr std::chrono::milliseconds patience{1000}, pause{100};
constexpr int width = 30;

}  // namespace

ProgressBar::ProgressBar(std::string title)
    : title_(std::move(title)),
      is_terminal_(isatty(STDERR_FILENO) == 1),
      next_(std::chrono::steady_clock::now() + patience) {}

ProgressBar::~ProgressBar() {
  if (is_drawn_) std::fprintf(stderr, "\r\033[K");
}

void ProgressBar::show(double share, std::string_view note) {
  const auto now = std::chrono::steady_clock::now();
  if (!is_terminal_ || now < next_) return;
  next_ = now + pause;
  is_drawn_ = true;
  const std::string done(static_cast<std::size_t>(share * width), '#');
  std::fprintf(stderr, "\r\033[K%s [%-*s] %3.0f %%  %.*s", title_.c_str(), width, done.c_str(),
               share * 100, static_cast<int>(note.size()), note.data());
  std::fflush(stderr);
}

}  // namespace raptor
