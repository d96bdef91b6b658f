#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <SQLiteCpp/Database.h>

#include "access/viewer.hpp"
#include "model/record.hpp"
#include "store/detail/label_table.hpp"

namespace store {

/// The one place where batches and records are read for a viewer: every statement names the labels
/// that the viewer may see. The functions are those of Transaction.
class RecordReader {
 public:
  RecordReader(SQLite::Database& database, LabelTable& labels)
      : database_(database), labels_(labels) {}

  std::vector<model::Batch> batches(const access::Viewer& viewer);
  std::optional<model::Batch> batch(const access::Viewer& viewer, model::BatchId id);
  std::optional<model::Batch> find_batch(const access::Viewer& viewer, const std::string& source,
                                         const std::string& file_sha256, const model::Label& label);
  std::vector<model::RejectedRow> rejected_rows(const access::Viewer& viewer, model::BatchId batch);
  void for_each_record(const access::Viewer& viewer,
                       const std::function<void(const model::Record&)>& body);
  std::optional<model::Record> record(const access::Viewer& viewer, model::RecordId id);
  std::int64_t count_records(const access::Viewer& viewer);

 private:
  /// Those for which `condition` holds, with `value` for its parameter, if there is one.
  std::vector<model::Batch> select_batches(const access::Viewer& viewer,
                                           const std::string& condition, std::int64_t value);
  /// The batches not withdrawn under those labels, as an SQL list.
  static std::string readable_batches(const std::string& visible_labels);

  SQLite::Database& database_;
  LabelTable& labels_;
};

}  // namespace store
