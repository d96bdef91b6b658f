#pragma once

#include <cstddef>

#include <nlohmann/json.hpp>

#include "model/label.hpp"

namespace questions {

/// What a question is answered with, and under which label.
struct Answer {
  nlohmann::ordered_json body;
  model::Label label;  ///< the join of the labels of all records used
  std::size_t records = 0;
};

}  // namespace questions
