#include "raptor/read_password.hpp"

#include <cstdio>
#include <iostream>

#include <termios.h>
#include <unistd.h>

#include "base/error.hpp"

namespace raptor {

namespace {

/// While it lives the terminal does not show what is typed.
class NoEcho {
 public:
  NoEcho() : is_terminal_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!is_terminal_) return;
    auto quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    std::fputs("Password: ", stderr);
  }
  ~NoEcho() {
    if (!is_terminal_) return;
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    std::fputs("\n", stderr);
  }
  NoEcho(const NoEcho&) = delete;
  NoEcho& operator=(const NoEcho&) = delete;

 private:
  termios before_{};
  bool is_terminal_;
};

}  // namespace

std::string read_password() {
  const NoEcho quiet;
  std::string line;
  if (!std::getline(std::cin, line)) {
    throw base::Error(base::Fault::invalid,
                      "no password came in: give it as one line of standard input, or have one "
                      "made with --generate");
  }
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line;
}

}  // namespace raptor
