#include "gallery/read_evidence.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "base/error.hpp"
#include "layout/amend.hpp"
#include "layout/derive.hpp"
#include "layout/layout.hpp"
#include "layout/reading.hpp"
#include "store/reference.hpp"

namespace gallery {

using model::Evidence;

namespace {

// One batch while its records pass by.
struct OpenBatch {
  model::Batch batch;
  layout::Reading reading;
  std::uint32_t source;
  std::map<model::LabelId, store::ReferenceMaker> makers;
};

class Reader {
 public:
  Reader(const store::Store& store, store::Transaction& transaction, const access::Viewer& viewer,
         std::optional<base::Date> as_at)
      : store_(store), transaction_(transaction), viewer_(viewer) {
    if (as_at) until_ = base::midnight(*as_at) + 86399;
  }

  Evidence run() {
    for (auto& batch : transaction_.batches(viewer_)) {
      if (!batch.withdrawn) open(std::move(batch));
    }
    read_corrections();
    transaction_.for_each_record(viewer_, [this](const model::Record& record) { add(record); });
    model::sort_by_origin(evidence_);
    return std::move(evidence_);
  }

 private:
  void open(model::Batch batch) {
    auto layout = layout::parse_layout(batch.layout_text);
    auto reading = layout::bind(layout, batch.header);
    const auto source = static_cast<std::uint32_t>(evidence_.sources.size());
    evidence_.sources.push_back(
        {batch.source, batch.force, batch.layout, batch.file_name, batch.label, batch.file_sha256});
    batches_.emplace(batch.id, OpenBatch{batch, std::move(reading), source, {}});
  }

  void read_corrections() {
    auto all = transaction_.corrections(viewer_);
    std::erase_if(all, [&](const auto& each) { return until_ && each.decided > *until_; });
    for (auto& each : model::standing(all))
      corrections_[each.value.mention.record].push_back(std::move(each));
  }

  void add(const model::Record& record) {
    const auto known = record.recorded ? record.recorded : record.happened;
    if (until_ && known.value_or(*until_) > *until_) return;
    auto& from = batches_.at(record.batch);
    const auto number = static_cast<std::uint32_t>(evidence_.records.size());
    evidence_.records.push_back({.reference = maker(from, record.label).of_row(record.row),
                                 .id = record.id,
                                 .source = from.source,
                                 .row = record.row,
                                 .label = label_number(record.label),
                                 .grading = record.grading,
                                 .happened = record.happened,
                                 .recorded = record.recorded});
    layout::split_cells(record.cells, cells_);
    const auto first_mention = static_cast<std::uint32_t>(evidence_.mentions.size());
    const auto first_link = evidence_.links.size();
    layout::derive(from.reading, cells_, number, evidence_);
    if (corrections_.empty()) return;
    const auto found = corrections_.find(evidence_.records.back().reference);
    if (found == corrections_.end()) return;
    for (auto& each :
         layout::amend(from.reading, first_mention, first_link, found->second, evidence_)) {
      mark_too(evidence_.records.back(), each.label);
      evidence_.corrections.push_back({number, std::move(each)});
    }
  }

  // Whatever rests on a corrected record rests on its corrections.
  void mark_too(model::EvidenceRecord& record, const model::Label& label) {
    auto& labels = evidence_.labels;
    const auto both = join(labels[record.label], label);
    const auto known = std::find(labels.begin(), labels.end(), both);
    record.label = static_cast<std::uint32_t>(known - labels.begin());
    if (known == labels.end()) labels.push_back(both);
  }

  const store::ReferenceMaker& maker(OpenBatch& from, model::LabelId id) {
    const auto known = from.makers.find(id);
    if (known != from.makers.end()) return known->second;
    const auto& label = evidence_.labels[label_number(id)];
    return from.makers
        .emplace(id, store::ReferenceMaker(store_.installation_key(), from.batch, label))
        .first->second;
  }

  std::uint32_t label_number(model::LabelId id) {
    const auto [at, is_new] =
        labels_.emplace(id, static_cast<std::uint32_t>(evidence_.labels.size()));
    if (is_new) evidence_.labels.push_back(transaction_.label(id));
    return at->second;
  }

  const store::Store& store_;
  store::Transaction& transaction_;
  const access::Viewer& viewer_;
  std::optional<base::Seconds> until_;
  Evidence evidence_;
  std::map<model::BatchId, OpenBatch> batches_;
  std::map<model::LabelId, std::uint32_t> labels_;
  std::map<model::Reference, std::vector<model::Correction>> corrections_;
  std::vector<std::string_view> cells_;
};

}  // namespace

Evidence read_evidence(const store::Store& store, store::Transaction& transaction,
                       const access::Viewer& viewer, std::optional<base::Date> as_at) {
  return Reader(store, transaction, viewer, as_at).run();
}

std::optional<RecordAsRead> read_record(store::Transaction& transaction,
                                        const access::Viewer& viewer, model::RecordId id) {
  auto record = transaction.record(viewer, id);
  auto batch = record ? transaction.batch(viewer, record->batch) : std::nullopt;
  if (!batch) return {};
  RecordAsRead read{std::move(*record), std::move(*batch), {}, {}};
  read.evidence.records.push_back({.id = id, .source = 0, .row = read.record.row, .label = 0});
  const auto reading =
      layout::bind(layout::parse_layout(read.batch.layout_text), read.batch.header);
  read.date_order = reading.layout.date_order;
  std::vector<std::string_view> cells;
  layout::split_cells(read.record.cells, cells);
  layout::derive(reading, cells, 0, read.evidence);
  return read;
}

}  // namespace gallery
