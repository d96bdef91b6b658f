#pragma once

#include <string>
#include <vector>

#include "access/viewer.hpp"
#include "acquire/import_file.hpp"
#include "model/record.hpp"
#include "store/store.hpp"

namespace acquire {

struct UndoRequest {
  std::string batch;   ///< its name, or any first digits of its file's SHA-256, from six
  std::string source;  ///< only of that source, if not empty
  std::string reason;
};

/// Undoes an import whole: its records are kept, but read by nobody, until the same file is
/// imported again. Throws Fault::missing if the viewer can see no such import, Fault::invalid if
/// several could be meant or no reason is given, Fault::conflict if it is undone already.
model::Batch undo_import(store::Store& store, const access::Viewer& viewer,
                         const UndoRequest& request, const Clock& clock);

}  // namespace acquire
