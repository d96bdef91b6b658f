#include "raptor/evaluate_command.hpp"

#include <cstdio>
#include <iostream>
#include <memory>

#include <nlohmann/json.hpp>

#include "gallery/current_picture.hpp"
#include "raptor/command_viewer.hpp"
#include "raptor/evaluate_region.hpp"
#include "raptor/machine.hpp"
#include "store/sqlite_store.hpp"

namespace raptor {

namespace {

using Json = nlohmann::ordered_json;

struct EvaluateArguments {
  CommandContext context;
  std::string truth;
  bool json = false;
};

Json json_of(const Share& share) {
  return {{"hits", share.hits},
          {"cases", share.cases},
          {"share", share.value()},
          {"low", share.low()},
          {"high", share.high()}};
}

Json json_of(const resolve::Accuracy& accuracy) {
  return {{"precision", accuracy.precision}, {"recall", accuracy.recall}, {"f1", accuracy.f1}};
}

Json json_of(const RegionEvaluation& evaluation) {
  Json json = {{"people",
                {{"pairwise", json_of(evaluation.people.pairwise)},
                 {"b_cubed", json_of(evaluation.people.b_cubed)}}},
               {"wrong_merges", json_of(evaluation.wrong_merges)},
               {"people_in_one_entity_max", evaluation.people_in_one_entity_max}};
  for (const auto& origin : evaluation.origins)
    json["wrong_merges_by_name_origin"][origin.origin] = json_of(origin.wrong_merges);
  json["networks_found"] = json_of(evaluation.networks_found);
  json["networks_f1_mean"] = evaluation.networks_f1_mean;
  json["planted_at_the_top"] = json_of(evaluation.planted_at_the_top);
  json["hubs_at_the_top"] = evaluation.hubs_at_the_top;
  json["controllers_in_first_three"] = json_of(evaluation.controllers);
  json["controllers_by_structure"] = json_of(evaluation.controllers_by_structure);
  json["controllers_by_degree"] = json_of(evaluation.controllers_by_degree);
  json["controllers_by_betweenness"] = json_of(evaluation.controllers_by_betweenness);
  for (std::size_t i = 0; i < evaluation.evidence.size(); ++i) {
    const auto& [controllers, others] = evaluation.evidence[i];
    json["evidence_of_control"]
        [std::string(base::name_of(static_cast<threat::ControlEvidence>(i)))] = {
            {"controllers", json_of(controllers)}, {"others", json_of(others)}};
  }
  json["victims_ranked"] = evaluation.victims_ranked;
  json["victims_protected"] = json_of(evaluation.victims_protected);
  return json;
}

void print(const char* what, const Share& share) {
  std::printf("  %-44s %5.1f %%  (%.1f to %.1f), %zu of %zu\n", what, 100 * share.value(),
              100 * share.low(), 100 * share.high(), share.hits, share.cases);
}

void print(const RegionEvaluation& evaluation) {
  const auto& [pairwise, b_cubed, rows, entities, true_entities, largest, largest_true] =
      evaluation.people;
  std::printf("People, over %zu mentions: %zu entities of %zu true people\n", rows, entities,
              true_entities);
  print("entities of more than one true person", evaluation.wrong_merges);
  std::printf("  %-44s %zu\n", "true people in the worst entity",
              evaluation.people_in_one_entity_max);
  std::printf("  pairwise  precision %.4f  recall %.4f  F1 %.4f\n", pairwise.precision,
              pairwise.recall, pairwise.f1);
  std::printf("  B-cubed   precision %.4f  recall %.4f  F1 %.4f\n", b_cubed.precision,
              b_cubed.recall, b_cubed.f1);
  std::printf("Wrong merges by origin of name\n");
  for (const auto& origin : evaluation.origins) print(origin.origin.c_str(), origin.wrong_merges);
  std::printf("Networks\n");
  print("planted, found with members' F1 of 0.6 or more", evaluation.networks_found);
  std::printf("  %-44s %.3f\n", "mean F1 of the best match", evaluation.networks_f1_mean);
  print("planted, of the twenty of most harm", evaluation.planted_at_the_top);
  std::printf("  %-44s %zu\n", "innocent hubs in the highest places", evaluation.hubs_at_the_top);
  std::printf("Controllers in the first three of their network\n");
  print("by structure and evidence of control", evaluation.controllers);
  print("by structure alone", evaluation.controllers_by_structure);
  print("by degree alone", evaluation.controllers_by_degree);
  print("by betweenness alone", evaluation.controllers_by_betweenness);
  std::printf("Evidence of control: seen on controllers, on other ranked members\n");
  for (std::size_t i = 0; i < evaluation.evidence.size(); ++i) {
    const auto& [controllers, others] = evaluation.evidence[i];
    const auto name = base::name_of(static_cast<threat::ControlEvidence>(i));
    std::printf("  %-20s %5.1f %%, %4zu of %-5zu %5.1f %%, %4zu of %zu\n",
                std::string(name).c_str(), 100 * controllers.value(), controllers.hits,
                controllers.cases, 100 * others.value(), others.hits, others.cases);
  }
  std::printf("Victims\n  %-44s %zu\n", "planted victims in a ranked list",
              evaluation.victims_ranked);
  print("recorded ones in the protection list", evaluation.victims_protected);
}

void run(const EvaluateArguments& arguments) {
  const auto truth = read_region_truth(arguments.truth);
  require_store(arguments.context);
  const auto store = store::open_sqlite(arguments.context.data);
  const auto viewer = viewer_of(arguments.context, store->ceiling());
  const auto picture = gallery::current_picture(
      *store, viewer, {.now = clock_now(), .reason = "evaluation"}, threads_of(arguments.context));
  const auto evaluation = evaluate_region(picture, truth);
  if (arguments.json)
    std::cout << json_of(evaluation).dump(1) << "\n";
  else
    print(evaluation);
}

}  // namespace

void add_evaluate_command(CLI::App& app) {
  const auto arguments =
      std::make_shared<EvaluateArguments>();  // lives as long as the command's callback
  auto* command = app.add_subcommand(
      "evaluate", "Hold a store's picture against the truth of its simulated region");
  command->footer(
      "Shares come with 95 % intervals. Wrong merges stand first: they are the error that harms "
      "people.\n\n"
      "  raptor simulate --out region --people 10000\n"
      "  raptor import-all region/MANIFEST.csv\n"
      "  raptor evaluate --truth region");
  command
      ->add_option("--truth", arguments->truth, "The region's folder, as raptor simulate wrote it")
      ->required();
  add_context_options(*command, arguments->context);
  command->add_flag("--json", arguments->json, "Print JSON");
  command->callback([arguments] { run(*arguments); });
}

}  // namespace raptor
