#include "raptor/record_files.hpp"

#include <filesystem>
#include <unordered_map>

#include "base/error.hpp"
#include "base/text.hpp"
#include "raptor/text_file.hpp"
#include "splink/blocking.hpp"

namespace raptor {

namespace {

std::string list_of(const std::vector<std::string>& names) {
  std::string list;
  for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
  return list.substr(0, 400);
}

std::string key_of(const splink::Record& record) { return record.source + "\n" + record.id; }

/// What cells could not be read as the model wants them: said, as they count as blank.
class Unreadable {
 public:
  explicit Unreadable(std::size_t columns) : counts_(columns) {}
  void note(std::size_t column, std::string_view cell, const splink::Value& value) {
    counts_[column] += !cell.empty() && value.is_null();
  }
  std::vector<std::string> sentences(const splink::Model& model) const {
    std::vector<std::string> list;
    for (std::size_t c = 0; c < counts_.size(); ++c) {
      if (counts_[c] == 0) continue;
      const auto* wanted = model.type(c) == splink::Type::number ? "numbers" : "times";
      list.push_back(base::with_thousands(static_cast<long long>(counts_[c])) + " cells of " +
                     base::quoted(model.columns()[c]) + " are no " + wanted +
                     ", as which the model uses them; they count as blank");
    }
    return list;
  }

 private:
  std::vector<std::size_t> counts_;
};

void require_unique(const std::vector<splink::Record>& records) {
  for (std::size_t i = 1; i < records.size(); ++i) {
    if (records[i].id != records[i - 1].id || records[i].source != records[i - 1].source) continue;
    refuse("the id " + base::quoted(records[i].id) +
           " is there twice; every row needs an id of its own");
  }
}

}  // namespace

RecordFiles::RecordFiles(const std::vector<std::string>& paths) {
  for (const auto& path : paths) {
    File file{std::filesystem::path(path).stem().string(), read_text_file(path), {}, {}};
    file.dialect = base::sniff_csv(file.text);
    base::CsvReader reader(file.text, file.dialect);
    std::vector<std::string_view> cells;
    if (!reader.next(cells)) refuse("there is nothing in " + base::quoted(path, 200));
    for (auto cell : cells) {
      const std::string header(base::trim(cell));
      const auto known = std::find(columns_.begin(), columns_.end(), header);
      const auto at = static_cast<std::size_t>(known - columns_.begin());
      if (std::find(file.column_of_cell.begin(), file.column_of_cell.end(), at) !=
          file.column_of_cell.end()) {
        refuse("the header " + base::quoted(header) + " is there twice in " +
               base::quoted(path, 200));
      }
      if (known == columns_.end()) columns_.push_back(header);
      file.column_of_cell.push_back(at);
    }
    if (!reader.next(cells))
      refuse("there are only headers and no rows in " + base::quoted(path, 200));
    files_.push_back(std::move(file));
  }
}

std::size_t RecordFiles::column(const std::string& name) const {
  const auto found = std::find(columns_.begin(), columns_.end(), name);
  if (found == columns_.end()) {
    refuse("there is no column " + base::quoted(name) + "; there are: " + list_of(columns_));
  }
  return static_cast<std::size_t>(found - columns_.begin());
}

SplinkRecords read_records(const RecordFiles& files, const splink::Model& model,
                           const SplinkColumns& columns) {
  const auto id = files.column(columns.id);
  const auto truth = columns.truth.empty() ? id : files.column(columns.truth);
  const auto& names = files.columns();
  const auto source = static_cast<std::size_t>(
      std::find(names.begin(), names.end(), model.settings().source_column()) - names.begin());
  const bool links = model.settings().link_type != splink::LinkType::dedupe_only;
  SplinkRecords read;
  Unreadable unreadable(names.size());
  std::unordered_map<std::string, std::uint32_t> labels, label_of_record;
  files.for_each_row([&](const RecordFiles::Row& row) {
    auto& record = read.records.emplace_back();
    record.id = base::trim(row.cells[id]);
    if (record.id.empty()) {
      refuse("row " + std::to_string(row.number) + " of " + row.file + " has no id in column " +
             base::quoted(columns.id));
    }
    if (links) record.source = source < names.size() ? std::string(row.cells[source]) : row.file;
    for (std::size_t c = 0; c < names.size(); ++c) {
      record.cells.push_back(splink::read_cell(row.cells[c], model.type(c)));
      unreadable.note(c, row.cells[c], record.cells.back());
    }
    if (columns.truth.empty()) return;
    const auto next = static_cast<std::uint32_t>(labels.size());
    label_of_record[key_of(record)] =
        labels.try_emplace(std::string(base::trim(row.cells[truth])), next).first->second;
  });
  splink::sort_records(read.records, model.settings().link_type);
  require_unique(read.records);
  for (const auto& record : read.records) {
    if (!columns.truth.empty()) read.truth.push_back(label_of_record[key_of(record)]);
  }
  read.warnings = unreadable.sentences(model);
  return read;
}

}  // namespace raptor
