#pragma once

#include <optional>

#include "access/viewer.hpp"
#include "base/date.hpp"
#include "model/evidence.hpp"
#include "store/store.hpp"

namespace gallery {

/// Everything that the viewer may see, derived anew from records and their layouts, in the order of
/// references and with the corrections that count by then. Records made known after `as_at` are
/// left out. The caller logs the consultation in the same transaction.
model::Evidence read_evidence(const store::Store& store, store::Transaction& transaction,
                              const access::Viewer& viewer, std::optional<base::Date> as_at);

/// One record as it came, with what its layout reads in it before any correction.
struct RecordAsRead {
  model::Record record;
  model::Batch batch;
  model::Evidence evidence;  ///< of this one record; its reference is left empty
  base::DateOrder date_order;
};

/// Nothing if there is no such record, or not for this viewer.
std::optional<RecordAsRead> read_record(store::Transaction& transaction,
                                        const access::Viewer& viewer, model::RecordId id);

}  // namespace gallery
