#include "raptor/simulate_command.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "base/error.hpp"
#include "base/text.hpp"
#include "simulate/people_table.hpp"
#include "simulate/region.hpp"

namespace raptor {

namespace {

/// Writes each file below one folder.
class FolderSink final : public simulate::Sink {
 public:
  explicit FolderSink(std::filesystem::path folder) : folder_(std::move(folder)) {}

  int open(const std::string& path, std::span<const std::string_view> header) override {
    std::filesystem::create_directories((folder_ / path).parent_path());
    outputs_.push_back(std::make_unique<std::ofstream>(folder_ / path, std::ios::binary));
    require(*outputs_.back(), path);
    paths_.push_back(path);
    line_.clear();
    for (const std::string_view cell : header) append(cell);
    write_line(*outputs_.back());
    return static_cast<int>(outputs_.size()) - 1;
  }

  void row(int file, std::span<const std::string> cells) override {
    line_.clear();
    for (const std::string& cell : cells) append(cell);
    write_line(*outputs_[static_cast<std::size_t>(file)]);
  }

  void text(const std::string& path, std::string_view content) override {
    std::ofstream out(folder_ / path, std::ios::binary);
    out.write(content.data(), static_cast<std::streamsize>(content.size()));
    out.flush();
    require(out, path);
  }

  void close() {
    for (std::size_t i = 0; i < outputs_.size(); ++i) {
      outputs_[i]->flush();
      require(*outputs_[i], paths_[i]);
    }
  }

 private:
  static void require(const std::ofstream& out, const std::string& path) {
    if (out) return;
    throw base::Error(base::Fault::unavailable,
                      "could not write " + base::quoted(path) + ": is the disk full or read-only?");
  }

  // As forces export it: quoted by RFC 4180, and "+999" stays as it is (base::csv_cell is for what
  // people open in a spreadsheet).
  void append(std::string_view cell) {
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
      line_.append(cell);
    } else {
      line_ += '"';
      for (const char c : cell) line_.append(c == '"' ? 2 : 1, c);
      line_ += '"';
    }
    line_ += ',';
  }

  void write_line(std::ofstream& out) {
    line_.back() = '\n';
    out.write(line_.data(), static_cast<std::streamsize>(line_.size()));
  }

  std::filesystem::path folder_;
  std::vector<std::unique_ptr<std::ofstream>> outputs_;
  std::vector<std::string> paths_;
  std::string line_;
};

struct SimulateOptions {
  std::string out, region;
  int people = 10'000, forces = 4;
  std::int64_t table_rows = 0;
  std::uint64_t seed = 1;
  bool json = false;
};

simulate::RegionSettings settings_of(const SimulateOptions& options) {
  if (options.region == "quick") return {.people = 2'000, .seed = options.seed, .forces = 3};
  if (options.region == "rich") return {.people = 20'000, .seed = options.seed, .forces = 5};
  return {.people = options.people, .seed = options.seed, .forces = options.forces};
}

void print(const simulate::RegionFigures& made, const std::string& out, bool json) {
  if (json) {
    std::printf(
        "{\"people\":%lld,\"known_people\":%lld,\"networks\":%lld,\"controllers\":%lld,"
        "\"victims\":%lld,\"rows\":%lld,\"mentions\":%lld,\"person_mentions\":%lld,"
        "\"median_mentions\":%.1f,\"people_over_100\":%lld}\n",
        static_cast<long long>(made.people), static_cast<long long>(made.known_people),
        static_cast<long long>(made.networks), static_cast<long long>(made.controllers),
        static_cast<long long>(made.victims), static_cast<long long>(made.rows),
        static_cast<long long>(made.mentions), static_cast<long long>(made.person_mentions),
        made.median_mentions, static_cast<long long>(made.people_over_100));
    return;
  }
  std::cout << "An invented region of " << base::with_thousands(made.people) << " people, "
            << base::with_thousands(made.known_people) << " of them recorded, is in " << out
            << ":\n  " << base::with_thousands(made.rows) << " rows with "
            << base::with_thousands(made.mentions) << " mentions ("
            << base::with_thousands(made.person_mentions) << " of people)\n  " << made.networks
            << " networks with " << made.controllers << " controllers and " << made.victims
            << " victims\nMANIFEST.csv says how to import each file, truth/ who is "
            << "who, STORY.md what is hidden.\n";
}

void simulate_region(const SimulateOptions& options) {
  const std::filesystem::path folder = options.out;
  if (std::filesystem::exists(folder) && !std::filesystem::is_empty(folder)) {
    throw base::Error(base::Fault::conflict, "the folder " + base::quoted(options.out) +
                                                 " is not empty: name a new one with --out");
  }
  FolderSink sink(folder);
  if (options.table_rows > 0) {
    simulate::make_people_table(
        {.rows = options.table_rows, .seed = options.seed, .forces = options.forces}, sink);
    sink.close();
    std::cout << base::with_thousands(options.table_rows) << " rows of invented people are in "
              << options.out << "/people.csv; its column person says who is who.\n";
    return;
  }
  const simulate::RegionFigures made = simulate::make_region(settings_of(options), sink);
  sink.close();
  print(made, options.out, options.json);
}

}  // namespace

void add_simulate_command(CLI::App& app) {
  auto options = std::make_shared<SimulateOptions>();
  CLI::App* command = app.add_subcommand(
      "simulate", "Write a fictitious region's files, with the truth beside them, into a folder.");
  command->add_option("--out", options->out, "A new or empty folder")->required();
  CLI::Option* region =
      command
          ->add_option("--region", options->region,
                       "quick (2,000 people, three forces) or rich (20,000 people, five forces)")
          ->check(CLI::IsMember({"quick", "rich"}));
  command->add_option("--people", options->people, "How many people live there (500 to 5,000,000)")
      ->capture_default_str()
      ->excludes(region);
  command->add_option("--forces", options->forces, "How many forces police it (1 to 16)")
      ->capture_default_str()
      ->excludes(region);
  command
      ->add_option(
          "--table", options->table_rows,
          "Instead of a region, one table of people of so many rows (1,500 to 12,500,000), "
          "to measure resolution by")
      ->excludes(region);
  command->add_option("--seed", options->seed, "The same seed makes the same region")
      ->capture_default_str();
  command->add_flag("--json", options->json, "Print the figures for machines");
  command->footer(
      "Example: raptor simulate --out demo --region quick\nEverything in it is invented: phone "
      "numbers are of the drama range or country code 999, no such plate, postcode or town "
      "exists.");
  command->callback([options] { simulate_region(*options); });
}

}  // namespace raptor
