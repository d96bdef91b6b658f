#pragma once

#include <cstddef>
#include <string>

#include "picture/picture.hpp"

namespace picture {

/// How many of each list are written; the lists' lengths are written always.
struct JsonLimits {
  std::size_t networks_max = 100, nominals_max = 100, protected_max = 100,
              records_per_reason_max = 5;
};

/// The ranked picture with its reasons, each down to the records it rests on; the same picture
/// gives the same bytes. Internal numbers are never in it: entities go by their names, records by
/// reference, source, file and row.
std::string to_json(const Picture& picture, const JsonLimits& limits = {});

/// Which entity each mention belongs to, as `record,slot,noun,entity` rows in order of record: what
/// two pictures are compared by.
std::string entities_csv(const Picture& picture);

/// The kinds of ties of a network with their number, commonest first: "co_offending 12,
/// communication 5".
std::string tie_kinds(const Picture& picture, const RankedNetwork& network);

}  // namespace picture
