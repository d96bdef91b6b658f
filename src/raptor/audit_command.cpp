#include "raptor/audit_command.hpp"

#include <iostream>
#include <memory>

#include <nlohmann/json.hpp>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "raptor/command_viewer.hpp"
#include "raptor/machine.hpp"
#include "store/sqlite_store.hpp"

namespace raptor {

namespace {

struct AuditArguments {
  CommandContext context;
  std::uint64_t first = 0, count_max = 50;
  bool of_consultations = false;
  bool json = false;
};

using Json = nlohmann::ordered_json;

void print_head(const char* log, const audit::TreeHead& head) {
  std::cout << base::with_thousands(static_cast<long long>(head.size)) << " entries of " << log
            << ", root " << base::to_hex(head.root) << "\n";
}

void print_verdict(const store::AuditVerdict& verdict, bool json) {
  if (json) {
    Json findings = Json::array();
    for (const auto& finding : verdict.findings) {
      Json each = {{"log", base::name_of(finding.ledger)}, {"sentence", finding.sentence}};
      if (finding.entry) each["entry"] = *finding.entry;
      findings.push_back(std::move(each));
    }
    std::cout << Json{{"entries", verdict.head.size},
                      {"root", base::to_hex(verdict.head.root)},
                      {"consultations",
                       {{"entries", verdict.consultations_head.size},
                        {"root", base::to_hex(verdict.consultations_head.root)}}},
                      {"erased", verdict.erased},
                      {"findings", std::move(findings)}}
                     .dump(1)
              << "\n";
    return;
  }
  print_head("acts", verdict.head);
  print_head("consultations", verdict.consultations_head);
  std::cout << verdict.erased << " payloads lawfully erased\n";
  for (const auto& finding : verdict.findings) {
    std::cout << "  " << base::name_of(finding.ledger) << ": " << finding.sentence << "\n";
  }
  if (verdict.is_sound()) std::cout << "The logs are whole and agree with the data.\n";
}

void verify(const AuditArguments& arguments) {
  require_store(arguments.context);
  const auto store = store::open_sqlite(arguments.context.data);
  const auto verdict = store->begin(store::Access::read_only)->verify_audit();
  print_verdict(verdict, arguments.json);
  if (verdict.is_sound()) return;
  throw base::Error(base::Fault::conflict,
                    "the log and the data do not agree; keep this store as it is and call whoever "
                    "answers for it");
}

// Looking at the log is itself a consultation, and logged before anything is shown.
void show(const AuditArguments& arguments) {
  require_store(arguments.context);
  const auto store = store::open_sqlite(arguments.context.data);
  const auto viewer = viewer_of(arguments.context, store->ceiling());
  auto& consultations = store->consultations();
  consultations.log({.at = clock_now(),
                     .actor = viewer.name,
                     .operation = model::Operation::consultation,
                     .action = "audit log",
                     .subject = "entries from " + std::to_string(arguments.first)});
  const auto entries = arguments.of_consultations
                           ? consultations.entries(viewer, arguments.first, arguments.count_max)
                           : store->begin(store::Access::read_only)
                                 ->audit_entries(viewer, arguments.first, arguments.count_max);
  // Without the numbers: a gap between them would tell of an entry that this viewer may not see.
  for (const auto& [number, entry] : entries) {
    std::cout << base::to_string_utc(entry.at) << "  " << entry.actor << "  "
              << base::name_of(entry.operation) << "  " << entry.action << "  " << entry.subject
              << (entry.reason.empty() ? "" : "  because " + entry.reason) << "  " << entry.details
              << "\n";
  }
}

}  // namespace

void add_audit_command(CLI::App& app) {
  const auto arguments =
      std::make_shared<AuditArguments>();  // lives as long as the command's callbacks
  auto* command = app.add_subcommand("audit", "Verify the audit log, or read it");
  command->require_subcommand(1);
  auto* verify_command =
      command->add_subcommand("verify", "Check every entry, the tree and the data against the log");
  add_context_options(*verify_command, arguments->context);
  verify_command->add_flag("--json", arguments->json, "Print JSON");
  verify_command->callback([arguments] { verify(*arguments); });
  auto* log_command =
      command->add_subcommand("log", "Show entries that you may see (this is logged too)");
  add_context_options(*log_command, arguments->context);
  log_command->add_flag("--consultations", arguments->of_consultations,
                        "Of the log of consultations and of signing in, not of changes");
  log_command->add_option("--from", arguments->first, "The number of the first entry");
  log_command->add_option("--count", arguments->count_max, "How many at most")
      ->capture_default_str();
  log_command->callback([arguments] { show(*arguments); });
}

}  // namespace raptor
