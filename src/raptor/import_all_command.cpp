#include "raptor/import_all_command.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "acquire/import_file.hpp"
#include "base/csv.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "raptor/command_viewer.hpp"
#include "raptor/machine.hpp"
#include "raptor/text_file.hpp"
#include "store/sqlite_store.hpp"

namespace raptor {

namespace {

struct ImportAllArguments {
  CommandContext context;
  std::string manifest;
};

// A row of the manifest. Columns may stand in any order; others are left alone.
struct ManifestRow {
  std::string file, layout, source, force, legal_basis, compartment, holds;
};

constexpr std::array<std::pair<std::string_view, std::string ManifestRow::*>, 7> manifest_columns =
    {{
        {"file", &ManifestRow::file},
        {"layout", &ManifestRow::layout},
        {"source", &ManifestRow::source},
        {"force", &ManifestRow::force},
        {"legal_basis", &ManifestRow::legal_basis},
        {"compartment", &ManifestRow::compartment},
        {"holds", &ManifestRow::holds},
    }};

std::vector<ManifestRow> read_manifest(const std::string& path) {
  const auto text = read_text_file(path);
  base::CsvReader reader(text, {});
  std::vector<std::string_view> header, cells;
  reader.next(header);
  for (const auto& [name, member] : manifest_columns) {
    if (std::find(header.begin(), header.end(), name) != header.end()) continue;
    throw base::Error(
        base::Fault::invalid,
        path + " has no column " + std::string(name) +
            "; a manifest has file, layout, source, force, legal_basis, compartment and holds");
  }
  const std::vector<std::string> names(header.begin(), header.end());
  std::vector<ManifestRow> rows;
  while (reader.next(cells)) {
    auto& row = rows.emplace_back();
    for (const auto& [name, member] : manifest_columns) {
      const auto at =
          static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
      if (at < cells.size()) row.*member = cells[at];
    }
  }
  if (rows.empty()) throw base::Error(base::Fault::invalid, path + " lists no file");
  return rows;
}

acquire::ImportRequest request_of(const ManifestRow& row, const std::filesystem::path& folder,
                                  base::Threads threads) {
  acquire::ImportRequest request{.file = folder / row.file,
                                 .source = row.source,
                                 .force = row.force,
                                 .layout = row.layout,
                                 .legal_basis = {.basis = row.legal_basis},
                                 .threads = threads};
  if (!row.compartment.empty()) request.label.compartments = {row.compartment};
  return request;
}

// Whoever imports under a compartment works under it, and under those that the file's rows name.
access::Viewer importer(const access::Viewer& viewer, const ManifestRow& row) {
  auto working = viewer;
  auto& held = working.compartments;
  if (!row.compartment.empty()) held.push_back(row.compartment);
  for (auto name : base::split(row.holds, ';')) {
    if (!name.empty()) held.emplace_back(name);
  }
  std::sort(held.begin(), held.end());
  held.erase(std::unique(held.begin(), held.end()), held.end());
  return working;
}

void run(const ImportAllArguments& arguments) {
  const auto rows = read_manifest(arguments.manifest);
  const auto folder = std::filesystem::path(arguments.manifest).parent_path();
  const auto store = store::open_sqlite(arguments.context.data);
  const auto viewer = viewer_of(arguments.context, store->ceiling());
  std::int64_t records = 0, rejected = 0, unchanged = 0;
  for (const auto& row : rows) {
    const auto request = request_of(row, folder, threads_of(arguments.context));
    try {
      const auto report =
          acquire::import_file(*store, importer(viewer, row), request, {}, clock_now);
      if (report.outcome == acquire::ImportOutcome::already_imported)
        ++unchanged;
      else
        records += report.batch.records, rejected += report.batch.rejected;
    } catch (const base::Error& error) {
      throw base::Error(error.fault(), row.file + ": " + error.what());
    }
  }
  std::printf("%s files: %s records taken in, %s rows kept aside, %s files were there already.\n",
              base::with_thousands(static_cast<long long>(rows.size())).c_str(),
              base::with_thousands(records).c_str(), base::with_thousands(rejected).c_str(),
              base::with_thousands(unchanged).c_str());
}

}  // namespace

void add_import_all_command(CLI::App& app) {
  const auto arguments =
      std::make_shared<ImportAllArguments>();  // lives as long as the command's callback
  auto* command = app.add_subcommand("import-all", "Import every file that a manifest lists");
  command->footer(
      "A manifest is a CSV with the columns file, layout, source, force, legal_basis, compartment\n"
      "(of the whole file) and holds (those that its rows name, with ; between). Files are named\n"
      "from its folder. Each is a batch of its own; the same manifest twice changes nothing.\n\n"
      "  raptor import-all region/MANIFEST.csv");
  command->add_option("MANIFEST", arguments->manifest, "The manifest")->required();
  add_context_options(*command, arguments->context);
  command->callback([arguments] { run(*arguments); });
}

}  // namespace raptor
