#include "raptor/picture_command.hpp"

#include <iostream>
#include <memory>

#include "base/error.hpp"
#include "base/text.hpp"
#include "gallery/current_picture.hpp"
#include "picture/to_json.hpp"
#include "raptor/command_viewer.hpp"
#include "raptor/day_option.hpp"
#include "raptor/machine.hpp"
#include "raptor/print_picture.hpp"
#include "raptor/text_file.hpp"
#include "store/sqlite_store.hpp"

namespace raptor {

namespace {

struct PictureArguments {
  CommandContext context;
  std::string as_at, offence_weights, entities_file, reason;
  std::size_t top = 10, network = 0, nominal = 0;
  bool json = false, retrain = false;
};

// The row as received, with the names of its columns; what the viewer may not see was never in the
// picture.
RowText row_text_of(store::Store& store, const access::Viewer& viewer) {
  const std::shared_ptr<store::Transaction> reading = store.begin(store::Access::read_only);
  return [reading, viewer](const picture::Picture& picture, std::uint32_t number) -> std::string {
    const auto record = reading->record(viewer, picture.evidence.records[number].id);
    if (!record) return "";
    const auto batch = reading->batch(viewer, record->batch);
    std::string text;
    const auto cells = base::split(record->cells, model::cell_separator);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].empty()) continue;
      const bool is_named = batch && i < batch->header.size();
      text += (text.empty() ? "" : " | ") + (is_named ? batch->header[i] + ": " : std::string()) +
              std::string(cells[i]);
    }
    return text;
  };
}

void run(const PictureArguments& arguments) {
  require_store(arguments.context);
  const auto store = store::open_sqlite(arguments.context.data);
  const auto viewer = viewer_of(arguments.context, store->ceiling());
  gallery::PictureRequest request{.as_at = day_option("--as-at", arguments.as_at),
                                  .retrain = arguments.retrain,
                                  .now = clock_now(),
                                  .reason = arguments.reason};
  if (!arguments.offence_weights.empty()) {
    request.tables.offences =
        threat::parse_offence_weights(read_text_file(arguments.offence_weights));
  }
  const auto picture =
      gallery::current_picture(*store, viewer, request, threads_of(arguments.context));
  if (!arguments.entities_file.empty())
    write_text_file(arguments.entities_file, picture::entities_csv(picture));
  if (arguments.json) {
    std::cout << picture::to_json(picture, {.networks_max = arguments.top,
                                            .nominals_max = arguments.top,
                                            .protected_max = arguments.top});
  } else if (arguments.network > 0) {
    std::cout << network_trace(picture, arguments.network, row_text_of(*store, viewer));
  } else if (arguments.nominal > 0) {
    std::cout << nominal_trace(picture, arguments.nominal, row_text_of(*store, viewer));
  } else {
    std::cout << picture_text(picture, arguments.top);
  }
}

}  // namespace

void add_picture_command(CLI::App& app) {
  const auto arguments =
      std::make_shared<PictureArguments>();  // lives as long as the command's callback
  auto* command = app.add_subcommand(
      "picture", "Build the picture and print it: networks, nominals, protection list");
  command->footer(
      "Examples:\n"
      "  raptor picture                      the ten worst of each\n"
      "  raptor picture --network 1          why the first network stands there, down to its rows\n"
      "  raptor picture --as-at 2026-06-30   as it stood on a day\n"
      "  raptor picture --json --top 1000    for machines");
  add_context_options(*command, arguments->context);
  command->add_option("--as-at", arguments->as_at, "A day (default: that of the latest record)");
  command->add_option("--top", arguments->top, "How many of each list to show")
      ->capture_default_str();
  auto* network = command
                      ->add_option("--network", arguments->network,
                                   "Show why the network of this rank stands there")
                      ->check(CLI::Range(1, 1000000));
  auto* nominal = command
                      ->add_option("--nominal", arguments->nominal,
                                   "Show why the nominal of this rank stands there")
                      ->check(CLI::Range(1, 1000000))
                      ->excludes(network);
  command->add_option("--entities", arguments->entities_file,
                      "Also write which entity each mention belongs to, as CSV");
  command->add_option("--offence-weights", arguments->offence_weights,
                      "A table of your own: offence,title,days,basis,source");
  command->add_option("--reason", arguments->reason, "Why you look, for the audit");
  command->add_flag("--retrain", arguments->retrain,
                    "Learn the resolution model anew from what is held now");
  command->add_flag("--json", arguments->json, "Print JSON")->excludes(network)->excludes(nominal);
  command->callback([arguments] { run(*arguments); });
}

}  // namespace raptor
