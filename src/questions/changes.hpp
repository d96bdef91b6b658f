#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "questions/index.hpp"

namespace questions {

/// People who were told apart and are one now.
struct MergedPerson {
  Entity now;
  std::vector<Entity> before;  ///< of the older picture, ascending
};

/// Somebody who was thought one and is several now.
struct SplitPerson {
  Entity before;            ///< of the older picture
  std::vector<Entity> now;  ///< ascending
};

/// A network that is not what it was. A new one has no `before`, one that is gone no `now`.
struct NetworkChange {
  std::optional<std::size_t> before, now;  ///< positions in the pictures' lists
  std::size_t joined = 0, left = 0;        ///< members
};

/// Somebody whose recorded harm rose, or who is ranked for the first time.
struct RisenNominal {
  Entity person;
  std::optional<std::size_t> before;  ///< position in the older picture's list
  std::size_t now;
  threat::Harm harm_before, harm_now;
};

/// What became different between two pictures of one audience. People are known again by the
/// mentions that both pictures hold; each list is in the newer picture's order, changes_max at
/// most, with the number of all.
struct Changes {
  std::size_t new_record_count = 0, gone_record_count = 0;
  std::size_t new_people_count = 0, merged_count = 0, split_count = 0;
  std::size_t network_change_count = 0, risen_count = 0;
  std::vector<Entity> new_people;
  std::vector<MergedPerson> merged;
  std::vector<SplitPerson> split;
  std::vector<NetworkChange> networks;  ///< new and changed by rank; then gone by their old rank
  std::vector<RisenNominal> risen;      ///< by how much, most first
  model::Label label;                   ///< of both pictures, as ranks rest on all that is in them
};
constexpr std::size_t changes_max = 100;

Changes changes(const Index& older, const Index& newer);
nlohmann::ordered_json to_json(const Index& older, const Index& newer, const Changes& changes);

}  // namespace questions
