#include "raptor/import_command.hpp"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <sstream>

#include <nlohmann/json.hpp>

#include "acquire/import_file.hpp"
#include "acquire/undo_import.hpp"
#include "acquire/write_rejects.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "layout/layout.hpp"
#include "raptor/command_viewer.hpp"
#include "raptor/day_option.hpp"
#include "raptor/machine.hpp"
#include "raptor/progress_bar.hpp"
#include "raptor/text_file.hpp"
#include "store/sqlite_store.hpp"

namespace raptor {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* import_help =
    "A file becomes one batch: its good rows go in together, the wrong ones are kept aside with\n"
    "the reason, and the same file twice changes nothing. A layout says what the columns mean; it\n"
    "is recognised from the header if only one of the program's own fits (raptor layouts lists\n"
    "them). Without a legal basis nothing is read.\n"
    "\n"
    "  raptor import crimes.csv --source niche --force Norfolk \\\n"
    "      --legal-basis \"policing purpose, DPA 2018 Part 3\" --rejects rejects.csv\n"
    "  raptor import meetings.txt --source montagna --layout met-pairs --legal-basis research\n"
    "  raptor import op.csv --source niche --compartment LYNX --legal-basis \"IPA 2016\" \\\n"
    "      --authorisation AUTH/12 --purpose \"Operation Lynx\" --expires 2027-03-31\n"
    "  raptor import --undo 3f9c2a81d07b --reason \"wrong extract\"";

struct ImportOptions {
  CommandContext context;
  std::vector<std::string> files, holds;
  acquire::ImportRequest request;
  std::string marking = "OFFICIAL-SENSITIVE", expires, rejects, conditions;
  acquire::UndoRequest undo;
  bool json = false;
};

std::string count(std::int64_t number, const std::string& one, const std::string& many) {
  return base::with_thousands(number) + " " + (number == 1 ? one : many);
}

std::string names_listed(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

model::Label label_of(const ImportOptions& options) {
  model::Label label{.tier = model::tier_of_marking(options.marking),
                     .compartments = options.context.compartments};
  if (label.tier == model::Tier::unreadable)
    throw base::Error(base::Fault::invalid, base::quoted(options.marking) +
                                                " is no marking; write OFFICIAL or "
                                                "OFFICIAL-SENSITIVE");
  std::sort(label.compartments.begin(), label.compartments.end());
  const auto repeats = std::unique(label.compartments.begin(), label.compartments.end());
  label.compartments.erase(repeats, label.compartments.end());
  if (!options.conditions.empty()) {
    label.handling = model::Handling::C;
    label.conditions = {options.conditions};
  }
  return label;
}

// Whoever imports under a compartment works under it.
access::Viewer viewer_of(const ImportOptions& options, model::Tier clearance) {
  auto context = options.context;
  context.compartments.insert(context.compartments.end(), options.holds.begin(),
                              options.holds.end());
  return viewer_of(context, clearance);
}

Json to_json(const acquire::ImportReport& report) {
  const auto& batch = report.batch;
  Json json = {{"batch", report.name},
               {"outcome", base::name_of(report.outcome)},
               {"file", batch.file_name},
               {"sha256", batch.file_sha256},
               {"source", batch.source},
               {"layout", batch.layout},
               {"layout_version", batch.layout_version},
               {"encoding", base::to_string(report.encoding)},
               {"records", batch.records},
               {"rejected", batch.rejected},
               {"not_understood", report.not_understood},
               {"dropped", report.dropped},
               {"imported_by", batch.imported_by},
               {"imported", base::to_string_utc(batch.imported)}};
  json["rejects"] = Json::array();
  for (const auto& rejected : report.rejects) {
    json["rejects"].push_back({{"row", rejected.row},
                               {"line", rejected.line},
                               {"column", rejected.column},
                               {"reason", rejected.reason}});
  }
  return json;
}

void print_rejects(const acquire::ImportReport& report, const ImportOptions& options) {
  constexpr std::size_t shown = 5;
  for (std::size_t i = 0; i < std::min(shown, report.rejects.size()); ++i) {
    const auto& rejected = report.rejects[i];
    const auto column = rejected.column.empty() ? "" : ", column " + rejected.column;
    std::printf("  row %s%s: %s\n", base::with_thousands(rejected.row).c_str(), column.c_str(),
                rejected.reason.c_str());
  }
  if (report.batch.rejected > static_cast<std::int64_t>(shown))
    std::printf("  … %s\n", options.rejects.empty() ? "give --rejects FILE to see all of them"
                                                    : ("all in " + options.rejects).c_str());
}

void print_sentences(const acquire::ImportReport& report, const ImportOptions& options) {
  const auto& batch = report.batch;
  const auto name = batch.file_name + " (import " + report.name + ")";
  if (report.outcome == acquire::ImportOutcome::already_imported) {
    std::printf("%s was imported already, on %s by %s: nothing changed.\n", name.c_str(),
                base::to_string_utc(batch.imported).c_str(), batch.imported_by.c_str());
    return;
  }
  if (report.outcome == acquire::ImportOutcome::reinstated) {
    std::printf("%s had been undone and is back: %s.\n", name.c_str(),
                count(batch.records, "record", "records").c_str());
    return;
  }
  std::printf("%s: %s taken in as %s, %s kept aside.\n", name.c_str(),
              count(batch.records, "record", "records").c_str(), batch.layout.c_str(),
              count(batch.rejected, "row", "rows").c_str());
  print_rejects(report, options);
  if (!report.dropped.empty())
    std::printf("  dropped before storing: %s\n", names_listed(report.dropped).c_str());
  if (!report.not_understood.empty())
    std::printf("  not understood by the layout: %s\n",
                names_listed(report.not_understood).c_str());
}

acquire::ImportReport import_one(store::Store& store, const access::Viewer& viewer,
                                 const acquire::ImportRequest& request) {
  ProgressBar bar(request.file.filename().string());
  const auto draw = [&](const acquire::ImportProgress& progress) {
    const auto share =
        static_cast<double>(progress.bytes_done) / static_cast<double>(progress.bytes_total);
    bar.show(share, count(progress.rows, "row", "rows"));
  };
  return acquire::import_file(store, viewer, request, draw, clock_now);
}

void import_files(ImportOptions& options) {
  auto& request = options.request;
  request.label = label_of(options);
  request.threads = threads_of(options.context);
  request.legal_basis.expires = day_option("--expires", options.expires);
  const auto store = store::open_sqlite(options.context.data);
  const auto viewer = viewer_of(options, store->ceiling());
  std::ostringstream rejects;
  auto json = Json::array();
  for (const auto& file : options.files) {
    request.file = file;
    const auto report = import_one(*store, viewer, request);
    if (!options.rejects.empty() && report.batch.rejected > 0)
      acquire::write_rejects_csv(*store, viewer, report.batch, clock_now, rejects);
    if (options.json)
      json.push_back(to_json(report));
    else
      print_sentences(report, options);
  }
  if (!options.rejects.empty()) write_text_file(options.rejects, rejects.str());
  if (options.json)
    std::printf("%s\n", json.dump(1, ' ', false, Json::error_handler_t::replace).c_str());
}

void undo(const ImportOptions& options) {
  const auto store = store::open_sqlite(options.context.data);
  auto request = options.undo;
  request.source = options.request.source;
  const auto batch =
      acquire::undo_import(*store, viewer_of(options, store->ceiling()), request, clock_now);
  const auto name = acquire::name_of(batch);
  if (options.json) {
    std::printf("%s\n", Json({{"batch", name}, {"outcome", "undone"}}).dump(1).c_str());
    return;
  }
  std::printf(
      "The import %s of %s is undone: its %s are read by nobody. Import the file again "
      "to bring it back.\n",
      name.c_str(), batch.file_name.c_str(), count(batch.records, "record", "records").c_str());
}

void add_batch_options(CLI::App& command, ImportOptions& options) {
  auto& request = options.request;
  command.add_option("--source", request.source,
                     "The source system; it scopes that system's reference numbers");
  command.add_option("--layout", request.layout,
                     "A layout's name or file (default: recognised from the header)");
  command.add_option("--force", request.force, "Whose data it is");
  command.add_option("--legal-basis", request.legal_basis.basis, "The power or purpose, in words");
  command.add_option("--authorisation", request.legal_basis.authorisation, "Its reference");
  command.add_option("--purpose", request.legal_basis.purpose,
                     "The permitted purpose or operation");
  command.add_option("--expires", options.expires, "The day until which it may be held");
  command.add_flag("--may-hold-privileged", request.legal_basis.may_hold_privileged,
                   "It may hold legally privileged material");
  command.add_option("--marking", options.marking, "OFFICIAL or OFFICIAL-SENSITIVE")
      ->capture_default_str();
  command.add_option("--conditions", options.conditions,
                     "Handling conditions of the whole file (handling code C)");
  command.add_option("--rejects", options.rejects, "Where to write the rows kept aside, as CSV");
}

void run(ImportOptions& options) {
  if (!options.undo.batch.empty()) return undo(options);
  if (options.files.empty())
    throw CLI::RequiredError("FILE (or --undo with the name of an import)");
  import_files(options);
}

void print_layouts(const std::string& show, bool json) {
  auto list = Json::array();
  for (const auto& layout : layout::shipped_layouts()) {
    if (!show.empty() && layout.name != show) continue;
    if (!show.empty()) {
      std::fwrite(layout.text.data(), 1, layout.text.size(), stdout);
      return;
    }
    list.push_back({{"name", layout.name}, {"version", layout.version}, {"title", layout.title}});
    if (!json) std::printf("%-32s %s\n", layout.name.c_str(), layout.title.c_str());
  }
  if (!show.empty())
    throw base::Error(base::Fault::missing,
                      "there is no layout " + base::quoted(show) + "; raptor layouts lists them");
  if (json) std::printf("%s\n", list.dump(1).c_str());
}

void add_layouts_command(CLI::App& app) {
  struct Options {
    std::string show;
    bool json = false;
  };
  auto* command = app.add_subcommand("layouts", "what the columns of a file may mean");
  command->footer(
      "  raptor layouts\n  raptor layouts show nominal-and-crime > my-layout.json\n\n"
      "docs/layouts.md teaches how to write one.");
  auto options = std::make_shared<Options>();
  command->add_flag("--json", options->json, "print the list as JSON");
  auto* show = command->add_subcommand("show", "prints one, to start your own from");
  show->add_option("NAME", options->show)->required();
  command->callback([options] { print_layouts(options->show, options->json); });
}

}  // namespace

void add_import_command(CLI::App& app) {
  auto* command = app.add_subcommand("import", "files of many forces to records in the store");
  command->footer(import_help);
  // Shared, because CLI11 keeps the callback that reads them after this function has returned.
  auto options = std::make_shared<ImportOptions>();
  command->add_option("FILE", options->files, "CSV of any dialect and encoding");
  add_context_options(*command, options->context);
  command->get_option("--compartment")
      ->description("Only those in this compartment may see it; you work under it too");
  command->add_option("--holds", options->holds,
                      "A compartment you work under besides, for rows that name theirs");
  add_batch_options(*command, *options);
  auto* undo_option =
      command->add_option("--undo", options->undo.batch, "Undo the import of that name");
  command->add_option("--reason", options->undo.reason, "Why it is undone")->needs(undo_option);
  command->add_flag("--json", options->json, "print the report as JSON");
  command->callback([options] { run(*options); });
  add_layouts_command(app);
}

}  // namespace raptor
