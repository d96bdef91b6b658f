#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "access/viewer.hpp"
#include "base/threads.hpp"

namespace raptor {

/// Who runs a command, and on which store. Whoever can open the store's folder may read what is in
/// it, so on the command line the viewer says which compartments and groups they work under; what
/// they say is logged.
struct CommandContext {
  std::string data = "data";
  std::string as;  ///< a name; by default the one signed in to this machine
  std::vector<std::string> compartments, groups;
  bool is_custodian = false;
  int threads = 0;  ///< 0: as many as this machine has
};

void add_context_options(CLI::App& command, CommandContext& context);

/// Throws Fault::missing, in words, if there is no store in the context's folder: only an import
/// makes one.
void require_store(const CommandContext& context);

access::Viewer viewer_of(const CommandContext& context, model::Tier clearance);
base::Threads threads_of(const CommandContext& context);

}  // namespace raptor
