#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace raptor {

/// What a simulated region knows of itself (raptor simulate writes it): who each mention truly is,
/// and the planted networks.
struct RegionTruth {
  /// Source system, row of the file, slot of the layout: to the true person.
  std::map<std::tuple<std::string, std::int64_t, std::string>, std::uint32_t> person_of_mention;
  std::vector<std::string> origin_of_person;  ///< of the name
  std::vector<std::uint32_t> hub_owners;      ///< of innocent organisations

  struct Member {
    std::uint32_t person;
    std::string role;
  };
  struct Network {
    std::string name, threat_type;
    std::vector<Member> members;
  };
  std::vector<Network> networks;
};

/// Reads MANIFEST.csv and truth/ of a region's folder. Throws base::Error if one of them is not as
/// simulate writes it.
RegionTruth read_region_truth(const std::string& folder);

}  // namespace raptor
