#pragma once

#include <stdexcept>
#include <string>

namespace base {

/// Why a request cannot go on. The edge turns it into an exit status or an HTTP status, in one
/// switch.
enum class Fault {
  invalid,      ///< what was handed in cannot be: the caller must change it
  forbidden,    ///< this actor may not do this (never used for what may not be seen: that is
                ///< `missing`)
  missing,      ///< there is no such thing, or none that this viewer may see
  conflict,     ///< it is not in a state in which this can be done
  unavailable,  ///< the disk, the database or another program failed; trying again may help
};

/// A sentence for the person who will read it: what is wrong, and what to do.
class Error : public std::runtime_error {
 public:
  Error(Fault fault, const std::string& sentence) : std::runtime_error(sentence), fault_(fault) {}
  Fault fault() const { return fault_; }

 private:
  Fault fault_;
};

/// For what only a mistake of ours can make false; kept in release. Never reachable from input.
void expect(bool truth, const char* what_was_expected);

}  // namespace base
