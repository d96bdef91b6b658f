#pragma once

#include <string>
#include <vector>

namespace raptor {

/// What raptor resolve --splink was asked for.
struct SplinkResolveRequest {
  std::vector<std::string> files, frequencies;
  std::string model, id, truth;               ///< truth may be empty
  std::string out, edges, charts, waterfall;  ///< but for out they may be empty
  double threshold = 0.95;                    ///< match probability from which two rows are joined
  int threads = 1;
  bool json = false;
};

/// Links the files by a Splink model: its blocking rules, its scores, connected components.
void resolve_by_splink(const SplinkResolveRequest& request);

}  // namespace raptor
