#include "raptor/resolve_command.hpp"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/csv.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "base/threads.hpp"
#include "raptor/chart_files.hpp"
#include "raptor/person_files.hpp"
#include "raptor/resolution_report.hpp"
#include "raptor/splink_resolve.hpp"
#include "raptor/text_file.hpp"
#include "resolve/evaluate.hpp"
#include "resolve/model.hpp"
#include "resolve/resolve.hpp"

namespace raptor {

namespace {

struct ResolveOptions {
  PersonFilesRequest request;
  std::vector<std::string> columns;  ///< header=kind
  std::string out, model, save_model, charts, waterfall;
  SplinkResolveRequest splink;  ///< used if it names a model
  bool json = false;
  int threads = base::Threads::of_this_machine().count;
  std::uint64_t seed = 1;
  bool is_cautious = false;
};

std::string number(std::size_t count) {
  return base::with_thousands(static_cast<long long>(count));
}

void read_columns(ResolveOptions& options) {
  for (const auto& said : options.columns) {
    const auto equals = said.rfind('=');
    if (equals == std::string::npos || equals == 0) {
      throw base::Error(
          base::Fault::invalid,
          "--columns takes HEADER=KIND, as in \"ref=ignore\", not " + base::quoted(said));
    }
    options.request.columns[said.substr(0, equals)] = said.substr(equals + 1);
  }
}

resolve::TrainedResolution resolve_people(const ResolveOptions& options,
                                          const resolve::Table& table) {
  const base::Threads threads{options.threads};
  if (options.model.empty()) {
    resolve::TrainOptions training;
    training.seed = options.seed;
    training.is_cautious = options.is_cautious;
    return resolve::train_and_resolve(table, training, {}, threads);
  }
  auto model = resolve::model_from_json(read_text_file(options.model));
  auto resolution = resolve::resolve(table, model, {}, threads);
  return {std::move(model), std::move(resolution)};
}

// Rows are sorted by id, so the smallest row of an entity has its smallest id.
std::string to_csv(const PersonTable& people, const resolve::Resolution& resolution) {
  std::string text = "id,entity\n";
  for (std::size_t row = 0; row < people.ids.size(); ++row) {
    text += base::csv_row({people.ids[row], people.ids[resolution.entity[row]]});
  }
  return text;
}

struct Sizes {
  std::size_t entities = 0, largest = 0;
};

Sizes sizes_of(const resolve::Resolution& resolution) {
  std::vector<std::size_t> rows(resolution.entity.size());
  for (auto entity : resolution.entity) ++rows[entity];
  Sizes sizes;
  for (auto count : rows) {
    sizes.entities += count > 0;
    sizes.largest = std::max(sizes.largest, count);
  }
  return sizes;
}

nlohmann::ordered_json json_of(const resolve::Accuracy& accuracy) {
  return {{"precision", accuracy.precision}, {"recall", accuracy.recall}, {"f1", accuracy.f1}};
}

nlohmann::ordered_json json_of(const resolve::Evaluation& worth) {
  return {{"pairwise", json_of(worth.pairwise)},
          {"b_cubed", json_of(worth.b_cubed)},
          {"entities", worth.entities},
          {"true_entities", worth.true_entities},
          {"largest_entity", worth.largest_entity},
          {"largest_true_entity", worth.largest_true_entity}};
}

std::string taken_for(const TakenColumn& column) {
  return column.verdict.kind ? std::string(resolve::to_string(*column.verdict.kind)) : "ignored";
}

std::vector<std::string> warnings_of(const PersonTable& people,
                                     const resolve::Resolution& resolution) {
  auto warnings = people.warnings;
  warnings.insert(warnings.end(), resolution.warnings.begin(), resolution.warnings.end());
  return warnings;
}

void print_as_json(const ResolveOptions& options, const PersonTable& people,
                   const resolve::TrainedResolution& found) {
  const auto sizes = sizes_of(found.resolution);
  nlohmann::ordered_json json{{"rows", people.ids.size()},
                              {"entities", sizes.entities},
                              {"largest_entity", sizes.largest},
                              {"candidate_pairs", found.resolution.candidate_pairs},
                              {"likely_pairs", found.resolution.likely_pairs},
                              {"reference_weights", found.model.from_reference},
                              {"columns", nlohmann::ordered_json::array()},
                              {"warnings", warnings_of(people, found.resolution)},
                              {"out", options.out}};
  for (const auto& column : people.columns) {
    json["columns"].push_back({{"column", column.header},
                               {"taken_for", taken_for(column)},
                               {"field", column.verdict.field},
                               {"reason", column.verdict.reason}});
  }
  if (!people.truth.empty()) {
    json["truth"] = json_of(resolve::evaluate(found.resolution.entity, people.truth));
  }
  std::printf("%s\n", json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
}

void print_columns(const PersonTable& people) {
  std::printf("The columns were taken for (overrule with --columns HEADER=KIND):\n");
  for (const auto& column : people.columns) {
    std::printf("  %-24s %-11s %s\n", column.header.c_str(), taken_for(column).c_str(),
                column.verdict.reason.c_str());
  }
}

void print_accuracy(const char* what, const resolve::Accuracy& accuracy) {
  std::printf("  %-9s precision %.4f  recall %.4f  F1 %.4f\n", what, accuracy.precision,
              accuracy.recall, accuracy.f1);
}

void print_as_sentences(const ResolveOptions& options, const PersonTable& people,
                        const resolve::TrainedResolution& found) {
  print_columns(people);
  const auto sizes = sizes_of(found.resolution);
  std::printf("\n%s rows are %s entities; the largest has %s rows. %s pairs were compared.\n",
              number(people.ids.size()).c_str(), number(sizes.entities).c_str(),
              number(sizes.largest).c_str(), number(found.resolution.candidate_pairs).c_str());
  for (const auto& warning : warnings_of(people, found.resolution)) {
    std::printf("Note: %s.\n", warning.c_str());
  }
  if (!people.truth.empty()) {
    const auto worth = resolve::evaluate(found.resolution.entity, people.truth);
    std::printf("Against %s, pairs never compared counted as missed:\n",
                options.request.truth_column.c_str());
    print_accuracy("pairwise", worth.pairwise);
    print_accuracy("B-cubed", worth.b_cubed);
    std::printf("  entities %s (true: %s), largest %s (true: %s)\n", number(worth.entities).c_str(),
                number(worth.true_entities).c_str(), number(worth.largest_entity).c_str(),
                number(worth.largest_true_entity).c_str());
  }
  std::printf("Written to %s.\n", options.out.c_str());
}

std::optional<resolve::RowPair> waterfall_pair(const std::string& said, const PersonTable& people) {
  if (said.empty()) return {};
  const auto row_of = [&](const std::string& id) {
    const auto found = std::lower_bound(people.ids.begin(), people.ids.end(), id);
    if (found == people.ids.end() || *found != id) {
      refuse("--waterfall takes two ids of the files, as in a1,b2, not " + base::quoted(said));
    }
    return static_cast<std::uint32_t>(found - people.ids.begin());
  };
  const auto comma = said.find(',');
  return resolve::RowPair{row_of(said.substr(0, comma)),
                          row_of(comma == std::string::npos ? "" : said.substr(comma + 1))};
}

void draw_charts(const ResolveOptions& options, const PersonTable& people,
                 const resolve::TrainedResolution& found) {
  const auto pair = waterfall_pair(options.waterfall, people);
  std::string source;
  for (const auto& file : options.request.files) {
    source += (source.empty() ? "" : ", ") + file.substr(file.rfind('/') + 1);
  }
  source += " (" + number(people.ids.size()) + " rows), model " +
            (options.model.empty() ? "trained on them" : options.model) + ", by RAPTOR";
  write_charts(options.charts,
               report_of(people, found.model, found.resolution, pair, source, {options.threads}));
}

void resolve_by_splink(const ResolveOptions& options) {
  auto request = options.splink;
  request.files = options.request.files;
  request.id = options.request.id_column;
  request.truth = options.request.truth_column;
  request.out = options.out;
  request.charts = options.charts;
  request.waterfall = options.waterfall;
  request.threads = options.threads;
  request.json = options.json;
  resolve_by_splink(request);
}

void resolve_files(ResolveOptions options) {
  if (!options.splink.model.empty()) return resolve_by_splink(options);
  read_columns(options);
  const auto people = read_person_files(options.request);
  const auto found = resolve_people(options, people.table);
  if (!options.charts.empty()) draw_charts(options, people, found);
  write_text_file(options.out, to_csv(people, found.resolution));
  if (!options.save_model.empty()) write_text_file(options.save_model, to_json(found.model));
  (options.json ? print_as_json : print_as_sentences)(options, people, found);
}

void add_splink_options(CLI::App& command, ResolveOptions& options,
                        const std::vector<CLI::Option*>& of_our_models) {
  auto& request = options.splink;
  auto* splink = command.add_option(
      "--splink", request.model, "a model file of Splink 3, 4 or 5: its blocking rules and scores");
  for (auto* option : of_our_models) splink->excludes(option);
  command
      .add_option("--threshold", request.threshold,
                  "with --splink: the probability from which two rows are joined (0.95)")
      ->check(CLI::Range(1e-9, 1 - 1e-9))
      ->needs(splink);
  command.add_option("--edges", request.edges, "with --splink: where to write the joined pairs")
      ->needs(splink);
  command
      .add_option("--frequencies", request.frequencies,
                  "with --splink: COLUMN=FILE.csv of values and their shares, instead of counting")
      ->needs(splink);
}

}  // namespace

void add_resolve_command(CLI::App& app) {
  auto* command =
      app.add_subcommand("resolve", "which rows of a file are the same person, without a store");
  command->footer(
      "Each FILE is a table with a header row and a column of ids. What the other columns are is\n"
      "recognised from header and values, said, and can be overruled. The program trains itself "
      "on\n"
      "the rows (small tables get careful shipped weights) and writes id,entity: the entity is\n"
      "named by its smallest id. Rows in any order give the same file.\n"
      "\n"
      "  raptor resolve people.csv --id urn --out entities.csv\n"
      "  raptor resolve a.csv b.csv --id id --out e.csv --columns ref=ignore,moniker=name\n"
      "  raptor resolve known.csv --id id --truth person --out e.csv --save-model model.json\n"
      "  raptor resolve people.csv --id id --out e.csv --splink model.json --threshold 0.9\n"
      "  raptor resolve known.csv --id id --truth person --out e.csv --charts charts");
  // Shared, because CLI11 keeps the callback that reads them after this function has returned.
  auto options = std::make_shared<ResolveOptions>();
  auto& request = options->request;
  command->add_option("FILE", request.files, "tables of people, read as one")->required();
  command->add_option("--id", request.id_column, "the column of ids; never evidence")->required();
  command->add_option("--out", options->out, "where to write id,entity")->required();
  command->add_option("--truth", request.truth_column,
                      "the column that says who is who, to measure by; never evidence");
  auto* columns =
      command
          ->add_option(
              "--columns", options->columns,
              "HEADER=KIND, overruling what was recognised: name, date, code, text, category,\n"
              "identifier or ignore")
          ->delimiter(',');
  auto* model = command->add_option("--model", options->model,
                                    "a model from --save-model, instead of training");
  auto* save_model =
      command->add_option("--save-model", options->save_model, "where to write the model");
  add_splink_options(*command, *options, {columns, model, save_model});
  auto* charts =
      command->add_option("--charts", options->charts,
                          "a folder for charts: each as SVG, CSV and JSON (docs/resolve.md)");
  command
      ->add_option("--waterfall", options->waterfall,
                   "the two ids that the chart of one pair is of")
      ->needs(charts);
  command->add_flag("--cautious", options->is_cautious,
                    "a name and a shared home alone never merge: fewer wrong merges, more missed");
  command->add_option("--seed", options->seed, "of the sample of pairs behind training")
      ->excludes(model);
  command->add_option("--threads", options->threads, "how many threads; the answer is the same")
      ->check(CLI::Range(1, 1024));
  command->add_flag("--json", options->json, "print all of it as JSON");
  command->callback([options] { resolve_files(*options); });
}

}  // namespace raptor
