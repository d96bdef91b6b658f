#pragma once

#include <nlohmann/json_fwd.hpp>

#include "model/correction.hpp"

namespace questions {

/// A correction as every answer has it: of which value of which record, by whom, when and why.
nlohmann::ordered_json correction_json(const model::Correction& correction);

}  // namespace questions
