#include "raptor/command_viewer.hpp"

#include <algorithm>
#include <filesystem>

#include "base/error.hpp"
#include "base/text.hpp"
#include "raptor/machine.hpp"

namespace raptor {

namespace {

std::vector<std::string> sorted(std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace

void add_context_options(CLI::App& command, CommandContext& context) {
  command.add_option("--data", context.data, "The store's folder")->capture_default_str();
  command.add_option("--as", context.as,
                     "Your name, for the audit (default: the one you signed in with)");
  command.add_option("--compartment", context.compartments,
                     "A compartment you work under; may be given again");
  command.add_option("--group", context.groups, "A group you belong to; may be given again");
  command.add_flag("--custodian", context.is_custodian,
                   "Also see records whose marking nobody could read");
  command
      .add_option("--threads", context.threads,
                  "How many threads to use (default: all; the result is the same)")
      ->check(CLI::Range(0, 1024));
}

void require_store(const CommandContext& context) {
  if (std::filesystem::exists(std::filesystem::path(context.data) / "raptor.db")) return;
  throw base::Error(base::Fault::missing,
                    "there is no store in " + base::quoted(context.data) +
                        "; name its folder with --data, or import something first");
}

access::Viewer viewer_of(const CommandContext& context, model::Tier clearance) {
  return {.name = context.as.empty() ? user_of_this_machine() : context.as,
          .clearance = clearance,
          .compartments = sorted(context.compartments),
          .groups = sorted(context.groups),
          .is_custodian = context.is_custodian};
}

base::Threads threads_of(const CommandContext& context) {
  return context.threads > 0 ? base::Threads{context.threads} : base::Threads::of_this_machine();
}

}  // namespace raptor
