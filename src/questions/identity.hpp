#pragma once

#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "picture/identity.hpp"
#include "questions/citations.hpp"

namespace questions {

/// Why the rows of a person are one person, or what speaks for and against two people being one.
struct IdentityAnswer {
  picture::Identity identity;
  std::vector<Citations> records;  ///< of each row
  model::Label label;
};

/// As picture::identity_of and picture::compare.
IdentityAnswer identity(const Index& index, Entity person, const resolve::Model& model);
IdentityAnswer compare(const Index& index, Entity left, Entity right, const resolve::Model& model);
/// Rows are named by a mention of theirs, by which they can be decided about.
nlohmann::ordered_json to_json(const Index& index, const IdentityAnswer& answer);

}  // namespace questions
