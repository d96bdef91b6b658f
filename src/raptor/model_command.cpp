#include "raptor/model_command.hpp"

#include <cmath>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "raptor/text_file.hpp"
#include "resolve/model.hpp"
#include "splink/from_resolve.hpp"
#include "splink/model.hpp"

namespace raptor {

namespace {

struct ModelOptions {
  std::string file, to, out;
};

bool is_ours(std::string_view text) {
  return text.substr(0, 200).find("raptor resolve model") != std::string_view::npos;
}

void describe(const splink::Settings& settings) {
  std::printf(
      "A Splink model (%s): %zu comparisons, %zu blocking rules; two random rows match with "
      "probability %.3g.\n",
      std::string(to_string(settings.link_type)).c_str(), settings.comparisons.size(),
      settings.blocking_rules.size(), settings.prior_or_default());
  for (const auto& comparison : settings.comparisons) {
    std::printf("\n%s\n", comparison.name.c_str());
    for (const auto& level : comparison.levels) {
      std::string numbers = "            no evidence";
      if (!level.is_null && level.m && level.u) {
        char text[80];
        std::snprintf(text, sizeof text, "%+8.3f  m %-9.4g u %-9.4g",
                      std::log2(*level.m / *level.u), *level.m, *level.u);
        numbers = text;
      } else if (!level.is_null) {
        numbers = "            not trained";
      }
      std::printf("  %-34s %s%s\n", numbers.c_str(), level.label.value_or(level.condition).c_str(),
                  level.term_frequency_column ? " (adjusted by how common the value is)" : "");
    }
  }
  for (const auto& rule : settings.blocking_rules)
    std::printf("\ncompares where %s\n", rule.condition.c_str());
}

void describe(const resolve::Model& model) {
  std::printf(
      "A RAPTOR model: %zu comparisons, %zu corrections for what agrees together, %zu learned "
      "words; prior %+.2f bits.\n",
      model.fields.size(), model.dependences.size(), model.aliases.size(),
      resolve::to_double(model.prior));
  for (const auto& field : model.fields) {
    std::printf("  %-24s %-12s %zu levels\n", field.name.c_str(),
                std::string(to_string(field.kind)).c_str(), field.weights.size());
  }
}

std::optional<splink::Version> splink_version(const std::string& word) {
  if (word == "splink" || word == "splink5") return splink::Version::five;
  if (word == "splink4") return splink::Version::four;
  if (word == "splink3") return splink::Version::three;
  return {};
}

void convert(const ModelOptions& options, const splink::Settings& settings) {
  if (options.out.empty()) refuse("--to needs --out, where to write the model");
  const auto version = options.to.empty() ? splink::Version::as_read : splink_version(options.to);
  if (!version) refuse("--to can be splink3, splink4 or splink5, not " + base::quoted(options.to));
  write_text_file(options.out, write_settings(settings, *version));
  std::printf("Written to %s.\n", options.out.c_str());
}

void run(const ModelOptions& options) {
  const auto text = read_text_file(options.file);
  const bool converts = !options.to.empty() || !options.out.empty();
  if (!is_ours(text)) {
    const auto settings = splink::read_settings(text);
    return converts ? convert(options, settings) : describe(settings);
  }
  const auto model = resolve::model_from_json(text);
  if (!converts) return describe(model);
  if (options.to.empty()) refuse("say what to write with --to splink3, splink4 or splink5");
  const auto exported = splink::from_resolve(model);
  convert(options, exported.settings);
  for (const auto& sentence : exported.left_out) std::printf("Left out: %s.\n", sentence.c_str());
}

}  // namespace

void add_model_command(CLI::App& app) {
  auto* command = app.add_subcommand(
      "model", "what a model file says, ours or Splink's; writes it as Splink's");
  command->footer(
      "  raptor model model.json\n"
      "  raptor model trained.json --to splink5 --out for-splink.json");
  auto options = std::make_shared<ModelOptions>();
  command
      ->add_option("FILE", options->file, "a model from --save-model, or one of Splink 3, 4 or 5")
      ->required();
  command->add_option("--to", options->to, "splink3, splink4 or splink5");
  command->add_option("--out", options->out, "where to write it");
  command->callback([options] { run(*options); });
}

}  // namespace raptor
