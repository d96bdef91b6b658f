#include "acquire/undo_import.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

namespace acquire {

namespace {

using base::Error;
using base::Fault;

bool is_meant(const model::Batch& batch, const UndoRequest& request) {
  return batch.file_sha256.compare(0, request.batch.size(), request.batch) == 0 &&
         (request.source.empty() || batch.source == request.source);
}

model::Batch find_meant(store::Transaction& transaction, const access::Viewer& viewer,
                        const UndoRequest& request) {
  constexpr std::size_t digits_min = 6;
  if (request.batch.size() < digits_min) {
    throw Error(Fault::invalid,
                "give at least six digits of the import's name, as it was printed when it was "
                "taken in");
  }
  std::vector<model::Batch> found;
  for (auto& batch : transaction.batches(viewer)) {
    if (is_meant(batch, request)) found.push_back(std::move(batch));
  }
  if (found.empty())
    throw Error(Fault::missing, "there is no import " + base::quoted(request.batch) +
                                    "; its name was printed when it was taken in");
  if (found.size() == 1) return std::move(found.front());
  std::string sources;
  for (const auto& batch : found) sources += (sources.empty() ? "" : ", ") + batch.source;
  throw Error(Fault::invalid, "several imports are called " + base::quoted(request.batch) +
                                  ", of the sources " + sources +
                                  "; give more digits, or say which with --source");
}

}  // namespace

model::Batch undo_import(store::Store& store, const access::Viewer& viewer,
                         const UndoRequest& request, const Clock& clock) {
  if (base::trim(request.reason).empty())
    throw Error(Fault::invalid, "say why it is undone with --reason; the log keeps it");
  const auto transaction = store.begin(store::Access::read_write);
  auto batch = find_meant(*transaction, viewer, request);
  if (batch.withdrawn)
    throw Error(Fault::conflict, "the import " + name_of(batch) +
                                     " is undone already; import its file again to bring it back");
  transaction->set_withdrawn(batch.id, true,
                             {.at = clock(),
                              .actor = viewer.name,
                              .operation = model::Operation::alteration,
                              .action = "undo import",
                              .subject = name_of(batch),
                              .reason = request.reason,
                              .label = batch.label});
  transaction->commit();
  batch.withdrawn = true;
  return batch;
}

}  // namespace acquire
