#pragma once

#include <optional>
#include <string>

#include "plot/linkage_report.hpp"
#include "raptor/record_files.hpp"
#include "splink/link.hpp"

namespace raptor {

/// The figures behind the charts of a linkage by a Splink model. `pair`: which pair the waterfall
/// is of, or nothing for the weakest that was joined.
plot::LinkageReport report_of(const splink::Model& model, const SplinkRecords& read,
                              const splink::Linkage& linkage, double threshold_weight,
                              std::optional<splink::RecordPair> pair, const std::string& source);

}  // namespace raptor
