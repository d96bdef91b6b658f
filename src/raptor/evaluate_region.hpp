#pragma once

#include <array>
#include <string>
#include <vector>

#include "picture/picture.hpp"
#include "raptor/region_truth.hpp"
#include "resolve/evaluate.hpp"

namespace raptor {

/// A share with its number of cases and 95 % interval (Wilson 1927).
struct Share {
  std::size_t hits = 0, cases = 0;
  double value() const;
  double low() const;
  double high() const;
};

/// How the people of one name origin fare: such systems do their harm where names are least known
/// to them.
struct OriginAccuracy {
  std::string origin;
  Share wrong_merges;  ///< entities of its people that hold somebody else too
};

/// How often a kind of evidence of control is seen on planted controllers and on the other ranked
/// members of their networks.
struct EvidenceWorth {
  Share controllers, others;
};

/// A store's picture against the truth of the region it was made from.
struct RegionEvaluation {
  resolve::Evaluation people;
  std::size_t people_in_one_entity_max = 0;  ///< true people in the worst entity
  Share wrong_merges;                        ///< entities that hold more than one true person
  std::vector<OriginAccuracy> origins;
  Share networks_found;  ///< planted ones that a found one matches with members' F1 of 0.6 or more
  double networks_f1_mean = 0;
  Share planted_at_the_top;  ///< of the twenty networks of most harm
  std::size_t hubs_at_the_top =
      0;  ///< owners of innocent organisations among their first three or the first twenty nominals
  /// Controllers among the first three of their network: by the picture's order (structure and
  /// evidence of control), by structure alone, and by two baselines.
  Share controllers, controllers_by_structure, controllers_by_degree, controllers_by_betweenness;
  std::array<EvidenceWorth, threat::control_evidence_count> evidence;
  std::size_t victims_ranked = 0;  ///< planted victims in any ranked list: must be none
  Share victims_protected;         ///< of those recorded
};

RegionEvaluation evaluate_region(const picture::Picture& picture, const RegionTruth& truth);

}  // namespace raptor
