#pragma once

#include <functional>
#include <string>
#include <vector>

#include "http/reply.hpp"

namespace two_worlds {

/// A mistake that a server could make (trust.md 2.4): it makes the reply to one operation tell
/// something of what only the entitled reader may see.
struct Leak {
  std::string name, operation;  ///< operation "" is any
  std::function<void(http::Reply& reply, const http::Reply& of_entitled)> tell;
};

const std::vector<Leak>& planted_leaks();

}  // namespace two_worlds
