#pragma once

#include <ostream>

#include "access/viewer.hpp"
#include "acquire/import_file.hpp"
#include "model/record.hpp"
#include "store/store.hpp"

namespace acquire {

/// Writes the rows that an import kept aside as CSV: row, line, column and reason, then the row as
/// it came, under its own header. That it was read is logged first.
void write_rejects_csv(store::Store& store, const access::Viewer& viewer, const model::Batch& batch,
                       const Clock& clock, std::ostream& out);

}  // namespace acquire
