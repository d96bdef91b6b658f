#pragma once

#include <vector>

#include "model/evidence.hpp"
#include "picture/entities.hpp"
#include "picture/links.hpp"
#include "threat/protection.hpp"

namespace picture {

/// Wages that are taken from whoever earned them, a sign of forced labour (International Labour
/// Organization, Indicators of Forced Labour, 2012: withholding of wages): an organisation pays an
/// account of theirs, and within seven days seven tenths of it or more go on to a person's account;
/// at least twice. A line for each of the payments, with the account; none if there are fewer.
std::vector<threat::ProtectionLine> earnings_lines_of(const model::Evidence& evidence,
                                                      const Entities& entities,
                                                      const EntityLinks& links, Entity person);

}  // namespace picture
