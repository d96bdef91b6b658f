#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace network {

/// The members of a network by what names them in every picture, sorted.
using MemberKeys = std::vector<std::uint64_t>;

/// A network of the later picture that is one of the earlier, by position.
struct Continuation {
  std::size_t before, after;
  std::size_t shared;  ///< members they have in common
  bool operator==(const Continuation&) const = default;
};

/// Which networks kept their identity: pairs that share at least a third of all their members
/// (Jaccard; Greene, Doyle & Cunningham 2010, Tracking the evolution of communities), the closest
/// pair first, each network in one pair at most. Ties go to the larger overlap, then to the earlier
/// position. In order of `after`; an `after` that is in no pair was formed, a `before` has ended.
std::vector<Continuation> match_networks(std::span<const MemberKeys> before,
                                         std::span<const MemberKeys> after);

}  // namespace network
