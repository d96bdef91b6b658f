#include "acquire/import_file.hpp"

#include <future>
#include <optional>

#include <nlohmann/json.hpp>

#include "acquire/choose_layout.hpp"
#include "acquire/detail/row_blocks.hpp"
#include "acquire/detail/source_file.hpp"
#include "base/csv.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

namespace acquire {

namespace {

using base::Error;
using base::Fault;

// Before the file is opened: data that may not be held is not even read.
void require_basis(const ImportRequest& request, base::Seconds now) {
  if (base::trim(request.legal_basis.basis).empty()) {
    throw Error(Fault::invalid,
                "no legal basis was given, so nothing was read; say why this may be held, such as "
                "--legal-basis \"policing purpose, DPA 2018 Part 3\"");
  }
  const auto& expires = request.legal_basis.expires;
  if (expires && base::midnight(*expires) + 86400 <= now) {
    throw Error(Fault::invalid, "the legal basis expired on " + base::to_string(*expires) +
                                    ", so nothing was read; give one that holds today");
  }
  if (base::trim(request.source).empty()) {
    throw Error(Fault::invalid,
                "no source was named; say which system the file comes from with --source, as it "
                "scopes that system's reference numbers");
  }
}

void require_label(const store::Store& store, const access::Viewer& viewer,
                   const model::Label& label) {
  if (const auto problem = problem_with(label, store.ceiling()))
    throw Error(Fault::invalid, "the import cannot be taken in as labelled: " + *problem);
  access::require_holds(viewer, label);
}

// A text whose header has been read.
struct OpenTable {
  layout::Reading reading;
  base::CsvReader rows;
};

std::vector<std::string> texts_of(const std::vector<std::string_view>& cells) {
  std::vector<std::string> texts;
  for (auto cell : cells) texts.emplace_back(base::trim(cell));
  return texts;
}

OpenTable open_table(const std::string& text, const std::string& layout_name) {
  std::optional<layout::Layout> chosen;
  if (!layout_name.empty()) chosen = layout_named(layout_name);
  auto dialect = base::sniff_csv(text);
  if (chosen && chosen->delimiter) dialect.delimiter = *chosen->delimiter;
  base::CsvReader rows(text, dialect);
  std::vector<std::string_view> cells;
  if (!rows.next(cells)) throw Error(Fault::invalid, "the file is empty");
  if (!chosen || chosen->has_header) {
    const auto header = texts_of(cells);
    if (!chosen) chosen = layout_of_header(header);
    return {layout::bind(*chosen, header), std::move(rows)};
  }
  const auto header = layout::header_of(*chosen, cells.size());
  return {layout::bind(*chosen, header), base::CsvReader(text, dialect)};
}

model::Batch batch_of(const ImportRequest& request, const SourceFile& file,
                      const layout::Reading& reading) {
  return {.source = request.source,
          .force = request.force,
          .layout = reading.layout.name,
          .layout_version = reading.layout.version,
          .layout_text = reading.layout.text,
          .file_name = file.name,
          .file_sha256 = file.sha256,
          .header = reading.header,
          .label = request.label,
          .legal_basis = request.legal_basis};
}

model::AuditEntry entry_of(const model::Batch& batch, const std::string& action) {
  const auto& basis = batch.legal_basis;
  const nlohmann::ordered_json details = {
      {"file", batch.file_name},
      {"sha256", batch.file_sha256},
      {"source", batch.source},
      {"force", batch.force},
      {"layout", batch.layout},
      {"layout_version", batch.layout_version},
      {"legal_basis", basis.basis},
      {"authorisation", basis.authorisation},
      {"purpose", basis.purpose},
      {"expires", basis.expires ? base::to_string(*basis.expires) : ""},
      {"may_hold_privileged", basis.may_hold_privileged}};
  return {.at = batch.imported,
          .actor = batch.imported_by,
          .operation = model::Operation::collection,
          .action = action,
          .subject = name_of(batch),
          .reason = basis.purpose.empty() ? basis.basis : basis.purpose,
          .details = details.dump(),
          .label = batch.label};
}

// The writing half of an import: blocks of rows into the batch, in order.
class BatchRows {
 public:
  BatchRows(store::Transaction& transaction, ImportReport& report)
      : transaction_(transaction), report_(report) {}

  void append(RowBlock& block) {
    for (const auto& label : block.new_labels) labels_.push_back(transaction_.label_id(label));
    auto& batch = report_.batch;
    for (auto& record : block.records) {
      record.batch = batch.id;
      record.label = labels_[static_cast<std::size_t>(record.label.value)];
    }
    transaction_.append(batch.id, std::span<const model::Record>(block.records));
    transaction_.append(batch.id, std::span<const model::RejectedRow>(block.rejected));
    batch.records += static_cast<std::int64_t>(block.records.size());
    batch.rejected += static_cast<std::int64_t>(block.rejected.size());
    for (auto& rejected : block.rejected) {
      if (report_.rejects.size() < ImportReport::rejects_shown)
        report_.rejects.push_back(std::move(rejected));
    }
  }

 private:
  store::Transaction& transaction_;
  ImportReport& report_;
  std::vector<model::LabelId> labels_;
};

void require_some(const ImportReport& report) {
  if (report.batch.records > 0) return;
  if (report.rejects.empty())
    throw Error(Fault::invalid, "the file holds a header and no rows, so there is nothing to take");
  const auto& first = report.rejects.front();
  throw Error(Fault::invalid,
              "none of its " + base::with_thousands(report.batch.rejected) +
                  " rows can be taken, so nothing was stored; the first, row " +
                  base::with_thousands(first.row) +
                  (first.column.empty() ? "" : ", column " + base::quoted(first.column)) + ": " +
                  first.reason);
}

// The next block is read and checked while the last one is written.
void write_rows(RowBlocks& blocks, const ImportRequest& request, BatchRows& rows,
                const std::function<void(const RowBlock&)>& on_block) {
  const auto policy = request.threads.count > 1 ? std::launch::async : std::launch::deferred;
  auto block = blocks.next();
  while (true) {
    std::future<RowBlock> following;
    if (!block.is_last) following = std::async(policy, [&blocks] { return blocks.next(); });
    rows.append(block);
    on_block(block);
    if (block.is_last) return;
    block = following.get();
  }
}

std::optional<ImportReport> earlier_import(store::Transaction& transaction,
                                           const access::Viewer& viewer,
                                           const model::Batch& wanted) {
  auto found = transaction.find_batch(viewer, wanted.source, wanted.file_sha256, wanted.label);
  if (!found) return {};
  ImportReport report{.outcome = ImportOutcome::already_imported,
                      .batch = std::move(*found),
                      .name = name_of(wanted)};
  if (!report.batch.withdrawn) return report;
  transaction.set_withdrawn(report.batch.id, false, entry_of(wanted, "import again"));
  transaction.commit();
  report.outcome = ImportOutcome::reinstated;
  report.batch.withdrawn = false;
  return report;
}

std::vector<std::string> dropped_headers(const layout::Reading& reading) {
  std::vector<std::string> headers;
  for (auto position : reading.dropped) headers.push_back(reading.header[position]);
  return headers;
}

ImportReport import_text(store::Store& store, const access::Viewer& viewer,
                         const ImportRequest& request, const OnProgress& on_progress,
                         const Clock& clock) {
  const auto file = read_source_file(request.file);
  auto table = open_table(file.decoded.text, request.layout);
  auto batch = batch_of(request, file, table.reading);
  batch.imported_by = viewer.name;
  batch.imported = clock();
  const auto transaction = store.begin(store::Access::read_write);
  if (auto earlier = earlier_import(*transaction, viewer, batch)) return *earlier;
  ImportReport report{.batch = std::move(batch),
                      .encoding = file.decoded.encoding,
                      .not_understood = table.reading.not_understood,
                      .dropped = dropped_headers(table.reading)};
  report.name = name_of(report.batch);
  report.batch.id = transaction->save(report.batch, entry_of(report.batch, "import"));
  const auto ceiling = store.ceiling();
  RowBlocks blocks(std::move(table.rows), {table.reading, viewer, request.label, ceiling});
  BatchRows rows(*transaction, report);
  write_rows(blocks, request, rows, [&](const RowBlock& block) {
    const auto& counts = report.batch;
    if (on_progress)
      on_progress({block.end, file.decoded.text.size(), counts.records + counts.rejected});
  });
  require_some(report);
  transaction->finish_batch(report.batch.id, report.batch.records, report.batch.rejected);
  transaction->commit();
  return report;
}

}  // namespace

std::string name_of(const model::Batch& batch) { return batch.file_sha256.substr(0, 12); }

ImportReport import_file(store::Store& store, const access::Viewer& viewer,
                         const ImportRequest& request, const OnProgress& on_progress,
                         const Clock& clock) {
  require_basis(request, clock());
  require_label(store, viewer, request.label);
  try {
    return import_text(store, viewer, request, on_progress, clock);
  } catch (const Error& error) {
    const auto name = request.file.filename().string();
    const std::string sentence = error.what();
    if (sentence.find(name) != std::string::npos) throw;
    throw Error(error.fault(), name + ": " + sentence);
  }
}

}  // namespace acquire
