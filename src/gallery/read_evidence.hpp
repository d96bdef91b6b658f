#pragma once

#include <optional>

#include "access/viewer.hpp"
#include "base/date.hpp"
#include "model/evidence.hpp"
#include "store/store.hpp"

namespace gallery {

/// Everything that the viewer may see, derived anew from records and their layouts, in the order of
/// references. Records made known after `as_at` are left out. The caller logs the consultation in
/// the same transaction.
model::Evidence read_evidence(const store::Store& store, store::Transaction& transaction,
                              const access::Viewer& viewer, std::optional<base::Date> as_at);

}  // namespace gallery
