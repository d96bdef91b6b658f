#pragma once

#include <optional>
#include <string>

#include "base/threads.hpp"
#include "plot/linkage_report.hpp"
#include "raptor/person_files.hpp"
#include "resolve/resolve.hpp"

namespace raptor {

/// The figures behind the charts of a resolution by our own engine. `pair`: which pair the
/// waterfall is of, or nothing for the weakest at or above the threshold that was joined.
plot::LinkageReport report_of(const PersonTable& people, const resolve::Model& model,
                              const resolve::Resolution& resolution,
                              std::optional<resolve::RowPair> pair, const std::string& source,
                              base::Threads threads);

}  // namespace raptor
