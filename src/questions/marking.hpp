#pragma once

#include <nlohmann/json_fwd.hpp>

#include "model/label.hpp"

namespace questions {

/// A marking as every answer has it under "marking", to be shown at its top and bottom.
nlohmann::ordered_json marking_json(const model::Label& label);

}  // namespace questions
