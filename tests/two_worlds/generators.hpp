#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "http/request.hpp"
#include "two_worlds/world.hpp"

namespace two_worlds {

/// What a reader may type or click: names that earlier replies gave them, and names that they were
/// never given (of what only others may see).
struct Known {
  std::vector<std::string> entities, people, records, imports, networks, notes, views;
  struct Value {
    std::string record, slot, attribute, text;
  };
  std::vector<Value> values;        ///< as records give them
  std::vector<std::string> hidden;  ///< entities and records of the entitled reader

  void learn(const http::Reply& reply);
  void learn_hidden(const http::Reply& reply);
};

using Generator = std::function<http::RawRequest(Dice&, const Known&)>;

/// By operation. A route of the router that is not here, nor in `exempt`, fails the proof.
const std::map<std::string, Generator>& generators();

/// Routes that are left out, each with why.
const std::map<std::string, std::string>& exempt();

}  // namespace two_worlds
