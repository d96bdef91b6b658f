#include "raptor/person_files.hpp"

#include <algorithm>
#include <deque>
#include <limits>
#include <unordered_map>

#include "base/csv.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "raptor/text_file.hpp"

namespace raptor {

namespace {

constexpr std::size_t sample_rows = 1000;  // of each file, evenly spaced
constexpr std::size_t no_column = std::numeric_limits<std::size_t>::max();

struct File {
  std::string name, text;
  base::CsvDialect dialect;
  std::vector<std::string> headers;
  std::size_t id = no_column, truth = no_column;
};

struct Place {
  std::string id;
  std::uint32_t file;
  std::size_t row, begin, end;
};

std::string in_file(const File& file) { return " in " + base::quoted(file.name, 200); }

std::size_t position(const std::vector<std::string>& headers, const std::string& header) {
  const auto found = std::find(headers.begin(), headers.end(), header);
  return found == headers.end() ? no_column : static_cast<std::size_t>(found - headers.begin());
}

std::string list_of(const std::vector<std::string>& headers) {
  std::string list;
  for (const auto& header : headers) list += (list.empty() ? "" : ", ") + header;
  return list.substr(0, 400);
}

void read_headers(File& file, const PersonFilesRequest& request,
                  const std::vector<std::string_view>& cells) {
  for (auto cell : cells) {
    std::string header(base::trim(cell));
    if (!header.empty() && position(file.headers, header) != no_column) {
      refuse("the header " + base::quoted(header) + " is there twice" + in_file(file) +
             "; give each column its own");
    }
    file.headers.push_back(std::move(header));
  }
  file.id = position(file.headers, request.id_column);
  if (file.id == no_column) {
    refuse("there is no column " + base::quoted(request.id_column) + in_file(file) +
           " to take ids from; it has: " + list_of(file.headers));
  }
  if (request.truth_column.empty()) return;
  file.truth = position(file.headers, request.truth_column);
  if (file.truth == no_column) {
    refuse("there is no column " + base::quoted(request.truth_column) + in_file(file) +
           " to take the truth from; it has: " + list_of(file.headers));
  }
}

/// Reads a file's headers, and where its rows lie.
File open(const std::string& name, std::uint32_t number, const PersonFilesRequest& request,
          std::vector<Place>& places, std::vector<std::string>& warnings) {
  File file{name, read_text_file(name), {}, {}, no_column, no_column};
  file.dialect = base::sniff_csv(file.text);
  base::CsvReader reader(file.text, file.dialect);
  std::vector<std::string_view> cells;
  if (!reader.next(cells)) refuse("there is nothing" + in_file(file));
  read_headers(file, request, cells);
  std::size_t rows = 0, ragged = 0;
  while (reader.next(cells)) {
    ++rows;
    ragged += cells.size() != file.headers.size();
    std::string id(file.id < cells.size() ? base::trim(cells[file.id]) : std::string_view());
    if (id.empty()) {
      refuse("row " + std::to_string(reader.row()) + in_file(file) + " has no id in column " +
             base::quoted(request.id_column));
    }
    places.push_back({std::move(id), number, reader.row(), reader.begin(), reader.end()});
  }
  if (rows == 0) refuse("there are only headers and no rows" + in_file(file));
  if (ragged > 0) {
    warnings.push_back(base::with_thousands(static_cast<long long>(ragged)) + " rows" +
                       in_file(file) + " have more or fewer cells than there are headers");
  }
  if (reader.ended_in_quotes()) {
    refuse("the last row" + in_file(file) +
           " ends inside quotes: the file was cut off, or a quote there never closes; get it again "
           "whole");
  }
  return file;
}

std::vector<Place> sorted(std::vector<Place> places, const std::deque<File>& files) {
  std::sort(places.begin(), places.end(),
            [](const Place& a, const Place& b) { return a.id < b.id; });
  for (std::size_t i = 1; i < places.size(); ++i) {
    if (places[i].id != places[i - 1].id) continue;
    const auto& first = std::min(places[i - 1], places[i], [](const Place& a, const Place& b) {
      return std::pair(a.file, a.row) < std::pair(b.file, b.row);
    });
    const auto& second = &first == &places[i] ? places[i - 1] : places[i];
    refuse("the id " + base::quoted(places[i].id) + " is there twice: in row " +
           std::to_string(first.row) + in_file(files[first.file]) + " and in row " +
           std::to_string(second.row) + in_file(files[second.file]) +
           "; every row needs an id of its own");
  }
  return places;
}

template <class OfRow>
void for_each_row(const std::deque<File>& files, const std::vector<Place>& places, std::size_t step,
                  OfRow of_row) {
  std::vector<std::string_view> cells;
  for (std::size_t i = 0; i < places.size(); i += step) {
    const auto& file = files[places[i].file];
    base::CsvReader reader(
        std::string_view(file.text).substr(places[i].begin, places[i].end - places[i].begin),
        file.dialect);
    reader.next(cells);
    of_row(i, file, cells);
  }
}

std::vector<std::string> evidence_headers(const std::deque<File>& files,
                                          const PersonFilesRequest& request) {
  std::vector<std::string> headers;
  for (const auto& file : files) {
    for (const auto& header : file.headers) {
      const bool kept_out =
          header.empty() || header == request.id_column || header == request.truth_column;
      if (!kept_out && position(headers, header) == no_column) headers.push_back(header);
    }
  }
  return headers;
}

resolve::ColumnVerdict overruling(const std::string& header, const std::string& kind,
                                  const std::vector<std::string>& values) {
  using resolve::Kind;
  resolve::ColumnVerdict verdict{{}, header, {}, "you said so"};
  if (kind == "ignore") return verdict;
  for (auto known :
       {Kind::name, Kind::date, Kind::code, Kind::text, Kind::category, Kind::identifier}) {
    if (resolve::to_string(known) == kind) verdict.kind = known;
  }
  if (!verdict.kind) {
    refuse("--columns says that " + base::quoted(header) + " is " + base::quoted(kind) +
           "; it can be name, date, code, text, category, identifier or ignore");
  }
  if (verdict.kind == Kind::date) verdict.date_order = resolve::date_order_of(values);
  return verdict;
}

std::vector<TakenColumn> take_columns(const std::deque<File>& files,
                                      const std::vector<Place>& places,
                                      const PersonFilesRequest& request) {
  std::vector<resolve::ColumnSample> samples;
  for (auto& header : evidence_headers(files, request)) samples.push_back({header, {}});
  for_each_row(files, places, places.size() / sample_rows + 1,
               [&](std::size_t, const File& file, const std::vector<std::string_view>& cells) {
                 for (auto& sample : samples) {
                   const auto at = position(file.headers, sample.header);
                   if (at < cells.size()) sample.values.emplace_back(cells[at]);
                 }
               });
  const auto verdicts = resolve::recognise_columns(samples);
  std::vector<TakenColumn> taken;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const auto said = request.columns.find(samples[i].header);
    const bool overruled = said != request.columns.end();
    taken.push_back(
        {samples[i].header,
         overruled ? overruling(said->first, said->second, samples[i].values) : verdicts[i],
         overruled});
  }
  for (const auto& [header, kind] : request.columns) {
    const bool there =
        std::any_of(samples.begin(), samples.end(),
                    [&wanted = header](const auto& sample) { return sample.header == wanted; });
    if (!there) refuse("--columns names " + base::quoted(header) + ", which is no evidence column");
  }
  return taken;
}

/// The columns of the table: those of one kind and field are one. `place` says which, by header.
std::vector<resolve::Column> table_columns(const std::vector<TakenColumn>& taken,
                                           std::vector<std::size_t>& place) {
  std::vector<resolve::Column> columns;
  for (const auto& column : taken) {
    place.push_back(no_column);
    if (!column.verdict.kind) continue;
    const resolve::Column wanted{column.verdict.field, *column.verdict.kind,
                                 column.verdict.date_order};
    const auto known = std::find_if(columns.begin(), columns.end(), [&](const auto& other) {
      return other.name == wanted.name && other.kind == wanted.kind;
    });
    place.back() = static_cast<std::size_t>(known - columns.begin());
    if (known == columns.end()) columns.push_back(wanted);
  }
  return columns;
}

}  // namespace

PersonTable read_person_files(const PersonFilesRequest& request) {
  std::deque<File> files;
  std::vector<Place> places;
  std::vector<std::string> warnings;
  for (const auto& name : request.files) {
    files.push_back(
        open(name, static_cast<std::uint32_t>(files.size()), request, places, warnings));
  }
  places = sorted(std::move(places), files);
  auto taken = take_columns(files, places, request);
  std::vector<std::size_t> place;
  resolve::Table table(table_columns(taken, place));
  std::vector<std::vector<std::size_t>> place_of_cell;  // by file
  for (const auto& file : files) {
    auto& of_file = place_of_cell.emplace_back(file.headers.size(), no_column);
    for (std::size_t i = 0; i < taken.size(); ++i) {
      const auto at = position(file.headers, taken[i].header);
      if (at != no_column) of_file[at] = place[i];
    }
  }
  std::vector<std::uint32_t> truth;
  std::unordered_map<std::string, std::uint32_t> labels;
  for_each_row(files, places, 1,
               [&](std::size_t i, const File& file, const std::vector<std::string_view>& cells) {
                 const auto& of_file = place_of_cell[places[i].file];
                 table.add_row();
                 for (std::size_t c = 0; c < std::min(cells.size(), of_file.size()); ++c) {
                   if (of_file[c] != no_column) table.add_value(of_file[c], cells[c]);
                 }
                 if (file.truth == no_column) return;
                 const auto label = file.truth < cells.size() ? base::trim(cells[file.truth]) : "";
                 const auto next = static_cast<std::uint32_t>(labels.size());
                 truth.push_back(labels.try_emplace(std::string(label), next).first->second);
               });
  std::vector<std::string> ids;
  ids.reserve(places.size());
  for (auto& row : places) ids.push_back(std::move(row.id));
  return {std::move(ids), std::move(truth), std::move(table), std::move(taken),
          std::move(warnings)};
}

}  // namespace raptor
