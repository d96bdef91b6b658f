#include "raptor/score_command.hpp"

#include <charconv>
#include <cstdio>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/csv.hpp"
#include "base/text.hpp"
#include "raptor/frequency_files.hpp"
#include "raptor/record_files.hpp"
#include "raptor/text_file.hpp"

namespace raptor {

namespace {

struct ScoreOptions {
  std::vector<std::string> files, frequencies;
  std::string splink, id, pairs, out;
  bool json = false;
};

struct ScoredPair {
  const splink::Record *left, *right;
  splink::Score score;
};

/// All digits that there are, so that the number read back is the same.
std::string exact(double number) {
  char text[40];
  return {text, std::to_chars(text, text + sizeof text, number).ptr};
}

/// An id stands for one record; with several sources it may need "source:id".
std::unordered_map<std::string, std::size_t> by_name(const std::vector<splink::Record>& records) {
  std::unordered_map<std::string, std::size_t> names;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (!records[i].source.empty()) names[records[i].source + ":" + records[i].id] = i;
    names.try_emplace(records[i].id, i);
  }
  return names;
}

std::vector<ScoredPair> score_pairs(const ScoreOptions& options, const splink::Model& model,
                                    const std::vector<splink::Record>& records) {
  const auto names = by_name(records);
  const auto text = read_text_file(options.pairs);
  base::CsvReader reader(text, base::sniff_csv(text));
  std::vector<std::string_view> cells;
  std::vector<ScoredPair> scored;
  reader.next(cells);
  while (reader.next(cells)) {
    const splink::Record* sides[2] = {};
    for (std::size_t side = 0; side < 2; ++side) {
      const std::string id(side < cells.size() ? base::trim(cells[side]) : "");
      const auto found = names.find(id);
      if (found == names.end()) {
        refuse("row " + std::to_string(reader.row()) + " of " + base::quoted(options.pairs, 200) +
               " names " + base::quoted(id) +
               ", which is no id of the files; its first two columns must be ids");
      }
      sides[side] = &records[found->second];
    }
    scored.push_back({sides[0], sides[1], model.score(*sides[0], *sides[1])});
  }
  return scored;
}

/// The columns that Splink 5 calls the same.
std::string to_csv(const splink::Model& model, const std::vector<ScoredPair>& pairs) {
  std::vector<std::string> header{"id_l", "id_r", "match_weight", "match_probability"};
  for (const auto& comparison : model.settings().comparisons) {
    for (const auto* prefix : {"gamma_", "mw_", "mw_tf_adj_"})
      header.push_back(prefix + comparison.name);
  }
  const auto row_of = [](const std::vector<std::string>& cells) {
    return base::csv_row({cells.begin(), cells.end()});
  };
  auto text = row_of(header);
  for (const auto& pair : pairs) {
    std::string row = base::csv_cell(pair.left->id) + "," + base::csv_cell(pair.right->id) + "," +
                      exact(pair.score.weight) + "," + exact(pair.score.probability);
    for (const auto& part : pair.score.parts) {
      row += "," + std::to_string(part.gamma) + "," + exact(part.weight) + "," +
             exact(part.term_frequency_weight);
    }
    text += row + "\n";
  }
  return text;
}

nlohmann::ordered_json json_of(const splink::Model& model, const ScoredPair& pair) {
  nlohmann::ordered_json json{{"id_l", pair.left->id},
                              {"id_r", pair.right->id},
                              {"prior_weight", model.prior_weight()},
                              {"comparisons", nlohmann::ordered_json::array()},
                              {"match_weight", pair.score.weight},
                              {"match_probability", pair.score.probability}};
  for (std::size_t c = 0; c < pair.score.parts.size(); ++c) {
    const auto& part = pair.score.parts[c];
    const auto& comparison = model.settings().comparisons[c];
    const auto& level = comparison.levels[part.level];
    json["comparisons"].push_back({{"comparison", comparison.name},
                                   {"level", level.label.value_or(level.condition)},
                                   {"gamma", part.gamma},
                                   {"weight", part.weight},
                                   {"term_frequency_weight", part.term_frequency_weight}});
  }
  return json;
}

void print_pair(const splink::Model& model, const ScoredPair& pair) {
  std::printf("%s and %s\n", pair.left->id.c_str(), pair.right->id.c_str());
  std::printf("  %+9.4f  prior: any two rows\n", model.prior_weight());
  for (std::size_t c = 0; c < pair.score.parts.size(); ++c) {
    const auto& part = pair.score.parts[c];
    const auto& comparison = model.settings().comparisons[c];
    const auto& level = comparison.levels[part.level];
    std::printf("  %+9.4f  %s: %s\n", part.weight, comparison.name.c_str(),
                level.label.value_or(level.condition).c_str());
    if (part.term_frequency_weight == 0) continue;
    std::printf("  %+9.4f  %s: how common the value is\n", part.term_frequency_weight,
                comparison.name.c_str());
  }
  std::printf("  %+9.4f  match weight; probability %.6f\n\n", pair.score.weight,
              pair.score.probability);
}

void score_files(const ScoreOptions& options) {
  const auto settings = splink::read_settings(read_text_file(options.splink));
  const RecordFiles files(options.files);
  const splink::Model model(settings, files.columns());
  auto read =
      read_records(files, model, {options.id.empty() ? settings.id_column() : options.id, ""});
  model.find_frequencies(read.records, read_frequencies(options.frequencies));
  const auto scored = score_pairs(options, model, read.records);
  for (const auto& warning : read.warnings) std::fprintf(stderr, "Note: %s.\n", warning.c_str());
  if (!options.out.empty()) write_text_file(options.out, to_csv(model, scored));
  if (options.json) {
    auto json = nlohmann::ordered_json::array();
    for (const auto& pair : scored) json.push_back(json_of(model, pair));
    std::printf("%s\n", json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
  } else if (options.out.empty()) {
    for (const auto& pair : scored) print_pair(model, pair);
  }
}

}  // namespace

void add_score_command(CLI::App& app) {
  auto* command =
      app.add_subcommand("score", "what a Splink model says of given pairs, part by part");
  command->footer(
      "Prints the match weight and probability of each pair with every comparison's part, as\n"
      "Splink computes them. How common values are is counted in the FILEs, unless given.\n"
      "\n"
      "  raptor score people.csv --splink model.json --pairs pairs.csv\n"
      "  raptor score people.csv --splink model.json --pairs pairs.csv --out scores.csv\n"
      "  raptor score two.csv --splink model.json --pairs p.csv --frequencies surname=tf.csv");
  auto options = std::make_shared<ScoreOptions>();
  command->add_option("FILE", options->files, "tables of rows with a header")->required();
  command->add_option("--splink", options->splink, "a model file of Splink 3, 4 or 5")->required();
  command->add_option("--pairs", options->pairs, "a table whose first two columns are ids")
      ->required();
  command->add_option("--id", options->id,
                      "the column of ids; without it, the one the model names");
  command->add_option(
      "--frequencies", options->frequencies,
      "COLUMN=FILE.csv of values and their shares, as Splink's term-frequency tables");
  command->add_option("--out", options->out, "where to write the scores as a table");
  command->add_flag("--json", options->json, "print all of it as JSON");
  command->callback([options] { score_files(*options); });
}

}  // namespace raptor
