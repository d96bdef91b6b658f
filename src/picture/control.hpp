#pragma once

#include <vector>

#include "picture/picture.hpp"
#include "threat/control.hpp"

namespace picture {

/// Evidence that members of a network control what it does, by position in RankedNetwork::members.
/// Whoever is ranked nowhere has none. What counts:
///
/// - paid_by_paid: an account of theirs receives from one that three accounts of members pay into,
///   or from one that such an account pays, and at most half of what it receives goes on (who is
///   made to work passes wages on);
/// - collects: three accounts of members pay into theirs;
/// - instructs, recruits, exploits: as a record states it of them and another member;
/// - vehicle: others of the network use what they keep, or are in reports with it, without them;
/// - premises: others are in events at an address of theirs, without them;
/// - span: records of three forces or more tie them to the network;
/// - remains: recorded with the network before and 60 days after a day on which a tenth of it, at
///   least four, were arrested or charged, and not one of those.
std::vector<std::vector<threat::ControlLine>> control_lines_of(const Picture& picture,
                                                               const RankedNetwork& network);

}  // namespace picture
