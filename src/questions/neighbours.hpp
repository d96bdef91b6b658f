#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "questions/chart.hpp"

namespace questions {

/// How many neighbours of one noun there are, and how many of them an answer holds.
struct NounCount {
  model::Noun noun;
  std::size_t count, shown;
};

struct NeighbourOptions {
  std::vector<model::Noun> nouns;  ///< none: all
  LinkFilter filter;
  std::size_t position = 0, limit = 50;
};

/// What is one link away, the most recorded first (ties: the lately recorded, then the entity that
/// was named first).
struct Neighbours {
  Entity of;
  std::size_t position, count;  ///< of the first link here; of all that the options allow
  std::vector<ChartLink> links;
  std::vector<NounCount> by_noun;
  model::Label label;
};

Neighbours neighbours(const Index& index, Entity entity, const NeighbourOptions& options = {});
nlohmann::ordered_json to_json(const Index& index, const Neighbours& neighbours);

struct ExpandLimits {
  std::vector<model::Noun> nouns;  ///< none: all
  LinkFilter filter;
  std::size_t per_noun_max = 25;  ///< of more, the most recorded are shown and all are counted
};

/// What a chart gains when an entity on it is expanded: the entities one link away that it does not
/// show yet, and every link that they and the expanded one have on it.
struct Expansion {
  Entity of;
  std::vector<Entity> nodes;
  std::vector<ChartLink> links;
  std::vector<NounCount> hubs;  ///< the nouns of which some are not shown
  model::Label label;
};

Expansion expand(const Index& index, std::span<const Entity> on_chart, Entity entity,
                 const ExpandLimits& limits = {});
nlohmann::ordered_json to_json(const Index& index, const Expansion& expansion);

/// "hub: 1,234 vehicles, of which the 25 most recorded are shown; narrow by …".
std::string hub_sentence(const NounCount& hub);

}  // namespace questions
