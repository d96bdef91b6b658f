#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/decision.hpp"
#include "model/evidence.hpp"
#include "resolve/resolve.hpp"
#include "resolve/table.hpp"

namespace picture {

/// The people of an evidence as resolve wants them: a row for each person that a source tells apart
/// (its own nominal reference; without one, each mention is its own row), with all that the records
/// say of them.
struct People {
  resolve::Table table;
  std::vector<std::uint32_t> row_of_mention;  ///< by mention; `no_row` if it is no person
  std::vector<std::vector<std::uint32_t>> mentions_of_row;  ///< ascending
};

constexpr std::uint32_t no_row = 0xffffffff;

/// Names, date of birth and sex; birth place and occupation; addresses, phones, vehicles, accounts
/// and documents that the same records link to them. Ethnicity, religion, nationality and
/// disability are never columns.
People people_of(const model::Evidence& evidence);

/// The latest decision on each two mentions, as constraints on rows. Those on mentions that are not
/// here are left out.
resolve::Constraints constraints_of(const model::Evidence& evidence, const People& people,
                                    std::span<const model::Decision> decisions);

}  // namespace picture
