#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "picture/picture.hpp"

namespace picture {

/// A person as one source tells them apart: all its mentions are one row of what is resolved, so no
/// decision parts them.
struct IdentityRow {
  Entity person;
  std::vector<std::uint32_t> mentions;  ///< ascending
};

/// One comparison of two rows, in bits of evidence: above nothing for one person, below against.
struct IdentityReason {
  std::string compared, finding;
  double bits;
};

/// Why two rows are one person, or are not: the prior and the reasons add up to the bits.
struct IdentityLink {
  std::size_t left, right;  ///< positions in Identity::rows
  double prior, bits, probability;
  std::vector<IdentityReason> reasons = {};
};

/// How the rows of one person, or of two who are compared, hang together.
struct Identity {
  std::size_t row_count;  ///< of all; rows beyond identity_rows_max are counted only
  std::vector<IdentityRow> rows;
  /// Of one person: the strongest links that join all rows (a maximum spanning tree), the weakest
  /// first, where deciding "different" would part them. Of two people: the strongest link from one
  /// to the other.
  std::vector<IdentityLink> links;
};
constexpr std::size_t identity_rows_max = 60;

/// The rows that make up a person; no limit.
std::vector<IdentityRow> rows_of(const Picture& picture, Entity person);

/// By the model that the picture was made with. People only.
Identity identity_of(const Picture& picture, Entity person, const resolve::Model& model);
Identity compare(const Picture& picture, Entity left, Entity right, const resolve::Model& model);

}  // namespace picture
