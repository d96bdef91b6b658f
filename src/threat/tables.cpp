#include "threat/tables.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>

#include "base/csv.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "threat/detail/embedded.hpp"

namespace threat {

namespace {

using Cells = std::vector<std::string_view>;

[[noreturn]] void refuse(std::size_t row, std::string_view column, const std::string& what) {
  throw base::Error(base::Fault::invalid,
                    "row " + std::to_string(row) + ", column " + std::string(column) + ": " + what);
}

// Calls body for each row below the header, which must be `columns`.
void read_rows(std::string_view csv, const std::vector<std::string_view>& columns,
               const std::function<void(std::size_t, const Cells&)>& body) {
  base::CsvReader reader(csv, {});
  Cells cells;
  const bool has_header = reader.next(cells);
  if (!has_header || cells != columns) {
    throw base::Error(base::Fault::invalid, "the first row must be: " + base::csv_row(columns));
  }
  while (reader.next(cells)) {
    if (cells.size() != columns.size()) {
      refuse(reader.row(), columns.back(),
             "the row has " + std::to_string(cells.size()) + " cells, not " +
                 std::to_string(columns.size()));
    }
    body(reader.row(), cells);
  }
}

double number(std::size_t row, std::string_view column, std::string_view cell) {
  double value = -1;
  const auto end = cell.data() + cell.size();
  if (std::from_chars(cell.data(), end, value).ptr != end || !std::isfinite(value) || value < 0) {
    refuse(row, column, base::quoted(cell) + " is not a number of 0 or more");
  }
  return value;
}

std::int64_t thousandths(double value) { return std::llround(value * 1000); }

std::string_view embedded(std::string_view name) {
  const auto end = embedded_files + embedded_file_count;
  const auto found =
      std::find_if(embedded_files, end, [&](const auto& file) { return file.name == name; });
  base::expect(found != end, "a table that the build embedded");
  return found->content;
}

std::vector<Responsibility> parse_responsibilities(std::string_view csv) {
  std::vector<Responsibility> result;
  read_rows(csv, {"role", "share", "source"}, [&](std::size_t row, const Cells& cells) {
    const auto role = base::named<model::LinkRole>(cells[0]);
    if (!role) refuse(row, "role", base::quoted(cells[0]) + " is not a role");
    result.push_back({*role, thousandths(number(row, "share", cells[1])), std::string(cells[2])});
  });
  return result;
}

std::vector<ThreatType> parse_threat_types(std::string_view csv) {
  std::vector<ThreatType> result;
  read_rows(csv, {"threat_type", "title", "offences"}, [&](std::size_t, const Cells& cells) {
    ThreatType type{std::string(cells[0]), std::string(cells[1]), {}};
    for (auto offence : base::split(cells[2], ';')) type.offences.emplace_back(base::trim(offence));
    result.push_back(std::move(type));
  });
  return result;
}

std::vector<ControlRule> parse_control_rules(std::string_view csv) {
  std::vector<ControlRule> result(control_evidence_count);
  read_rows(csv, {"evidence", "weight", "title", "source"},
            [&](std::size_t row, const Cells& cells) {
              const auto evidence = base::named<ControlEvidence>(cells[0]);
              if (!evidence)
                refuse(row, "evidence", base::quoted(cells[0]) + " is no kind of evidence");
              result[static_cast<std::size_t>(*evidence)] = {
                  *evidence, thousandths(number(row, "weight", cells[1])), std::string(cells[2]),
                  std::string(cells[3])};
            });
  for (const auto& rule : result) base::expect(!rule.title.empty(), "a row for each kind");
  return result;
}

void parse_parameters(std::string_view csv, Tables& tables) {
  read_rows(csv, {"parameter", "value", "source"}, [&](std::size_t row, const Cells& cells) {
    const auto value = std::llround(number(row, "value", cells[1]));
    if (cells[0] == "harm_half_life_days")
      tables.harm_half_life_days = value;
    else if (cells[0] == "new_within_days")
      tables.new_within_days = value;
    else
      refuse(row, "parameter", base::quoted(cells[0]) + " is not a parameter");
  });
  base::expect(tables.harm_half_life_days > 0, "a half-life of harm");
}

Tables parse_shipped() {
  Tables tables;
  tables.offences = parse_offence_weights(embedded("offence_weights.csv"));
  tables.responsibilities = parse_responsibilities(embedded("responsibility.csv"));
  tables.threat_types = parse_threat_types(embedded("threat_types.csv"));
  tables.control_rules = parse_control_rules(embedded("control_evidence.csv"));
  parse_parameters(embedded("parameters.csv"), tables);
  return tables;
}

}  // namespace

const OffenceWeight* Tables::offence(std::string_view key) const {
  const auto found = std::find_if(offences.begin(), offences.end(),
                                  [&](const auto& row) { return row.offence == key; });
  return found == offences.end() ? nullptr : &*found;
}

std::int64_t Tables::responsibility_thousandths(model::LinkRole role) const {
  for (const auto& row : responsibilities) {
    if (row.role == role) return row.thousandths;
  }
  return 0;
}

std::optional<std::size_t> Tables::threat_type_of_offence(std::string_view offence) const {
  for (std::size_t i = 0; i < threat_types.size(); ++i) {
    const auto& listed = threat_types[i].offences;
    if (std::find(listed.begin(), listed.end(), offence) != listed.end()) return i;
  }
  return {};
}

std::optional<std::size_t> Tables::threat_type(std::string_view key) const {
  for (std::size_t i = 0; i < threat_types.size(); ++i) {
    if (threat_types[i].key == key) return i;
  }
  return {};
}

const Tables& shipped_tables() {
  static const Tables tables = parse_shipped();
  return tables;
}

std::vector<OffenceWeight> parse_offence_weights(std::string_view csv) {
  std::vector<OffenceWeight> result;
  read_rows(csv, {"offence", "title", "days", "basis", "source"},
            [&](std::size_t row, const Cells& cells) {
              if (cells[4].empty()) refuse(row, "source", "say where the weight is from");
              result.push_back({std::string(cells[0]), std::string(cells[1]),
                                thousandths(number(row, "days", cells[2])), std::string(cells[3]),
                                std::string(cells[4])});
            });
  return result;
}

std::string canonical_text(const Tables& tables) {
  std::string text;
  for (const auto& row : tables.offences) {
    text += base::csv_row({row.offence, std::to_string(row.weight), row.basis, row.source});
  }
  for (const auto& row : tables.responsibilities) {
    text += base::csv_row({base::name_of(row.role), std::to_string(row.thousandths)});
  }
  for (const auto& type : tables.threat_types) {
    text += type.key;
    for (const auto& offence : type.offences) text += "," + offence;
    text += "\n";
  }
  for (const auto& rule : tables.control_rules) {
    text += base::csv_row({base::name_of(rule.evidence), std::to_string(rule.weight_thousandths)});
  }
  return text + std::to_string(tables.harm_half_life_days) + "," +
         std::to_string(tables.new_within_days) + "\n";
}

}  // namespace threat
