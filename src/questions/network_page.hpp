#pragma once

#include <cstddef>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "questions/arrange.hpp"
#include "questions/chart.hpp"
#include "questions/profile.hpp"

namespace questions {

struct MemberLine {
  std::size_t member;  ///< position in RankedNetwork::members
  std::vector<ControlSaying> control;
  ChartPoint point;  ///< the ranked inside, all others at the rim
};

/// One network on a page and as a chart.
struct NetworkPage {
  std::size_t network;              ///< position in Picture::networks
  std::vector<MemberLine> members;  ///< in the network's order: place, then the unranked
  std::vector<ChartLink> ties;      ///< of each two members who have any, in order of entity
  std::vector<HarmLine> harm_lines;
  std::size_t harm_line_count = 0;  ///< of all; at most network_harm_lines_max are in the lines
  model::Label label;               ///< the picture's, as ranks rest on all that is in it
};
constexpr std::size_t network_harm_lines_max = 100;

/// The network must be one of the picture's.
NetworkPage network_page(const Index& index, std::size_t network);
nlohmann::ordered_json to_json(const Index& index, const NetworkPage& page);

}  // namespace questions
