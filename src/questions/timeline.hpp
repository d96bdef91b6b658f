#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "questions/chart.hpp"

namespace questions {

/// The members of a network, by position in Picture::networks: of whom a timeline or places may be
/// asked together.
std::vector<Entity> members_of(const Index& index, std::size_t network);

struct TimelineOptions {
  LinkFilter filter;               ///< ties count for nothing: what they rest on does
  std::vector<model::Noun> nouns;  ///< of what happened or was used; none: all
  std::size_t position = 0, limit = 100;
};

/// An event, or the use of something from first to last, with the part of each of those asked
/// about.
struct TimelineItem {
  Entity what;
  base::Seconds first, last;
  std::vector<ChartLink> parts;  ///< from one asked about to `what`
};

/// In order of time; ties to what was named first.
struct Timeline {
  std::size_t position, count;  ///< of the first item here; of all that are dated
  std::size_t undated;
  std::vector<TimelineItem> items;
  model::Label label;
};

Timeline timeline(const Index& index, std::span<const Entity> of,
                  const TimelineOptions& options = {});
nlohmann::ordered_json to_json(const Index& index, const Timeline& timeline);

}  // namespace questions
