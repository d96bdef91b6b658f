#include "raptor/splink_resolve.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <map>
#include <optional>

#include <nlohmann/json.hpp>

#include "base/csv.hpp"
#include "base/text.hpp"
#include "raptor/chart_files.hpp"
#include "raptor/frequency_files.hpp"
#include "raptor/progress_bar.hpp"
#include "raptor/splink_report.hpp"
#include "raptor/text_file.hpp"
#include "resolve/evaluate.hpp"

namespace raptor {

namespace {

struct SplinkResult {
  SplinkRecords read;
  splink::Linkage linkage;
};

/// What a record is called in what is written: its id, with its source where sources are linked.
std::string name_of(const splink::Record& record) {
  return record.source.empty() ? record.id : record.source + ":" + record.id;
}

std::string entities_csv(const SplinkResult& result) {
  std::string text = "id,entity\n";
  for (std::size_t row = 0; row < result.read.records.size(); ++row) {
    text += base::csv_row({name_of(result.read.records[row]),
                           name_of(result.read.records[result.linkage.entity[row]])});
  }
  return text;
}

std::string edges_csv(const SplinkResult& result, double threshold_weight) {
  std::string text = "id_l,id_r,match_weight,match_probability\n";
  for (const auto& scored : result.linkage.pairs) {
    if (scored.weight < threshold_weight) continue;
    char figures[80];
    auto* end = std::to_chars(figures, figures + 39, scored.weight).ptr;
    *end++ = ',';
    end = std::to_chars(end, figures + sizeof figures, splink::probability_of(scored.weight)).ptr;
    text += base::csv_cell(name_of(result.read.records[scored.pair.left])) + "," +
            base::csv_cell(name_of(result.read.records[scored.pair.right])) + "," +
            std::string(figures, end) + "\n";
  }
  return text;
}

std::optional<splink::RecordPair> pair_named(const std::string& said,
                                             const std::vector<splink::Record>& records) {
  if (said.empty()) return {};
  const auto comma = said.find(',');
  const auto row_of = [&](const std::string& id) {
    const auto found = std::find_if(records.begin(), records.end(),
                                    [&](const auto& record) { return name_of(record) == id; });
    if (found == records.end())
      refuse("--waterfall takes two ids of the files, as in a1,b2, not " + base::quoted(said));
    return static_cast<std::uint32_t>(found - records.begin());
  };
  const auto a = row_of(said.substr(0, comma)),
             b = row_of(comma == std::string::npos ? "" : said.substr(comma + 1));
  return splink::RecordPair{std::min(a, b), std::max(a, b)};
}

struct EntityCounts {
  std::size_t entities = 0, largest = 0;
};

EntityCounts count_entities(const std::vector<std::uint32_t>& entity) {
  std::map<std::uint32_t, std::size_t> sizes;
  for (auto first : entity) ++sizes[first];
  EntityCounts counts{sizes.size(), 0};
  for (const auto& [first, size] : sizes) counts.largest = std::max(counts.largest, size);
  return counts;
}

std::string thousands(std::size_t count) {
  return base::with_thousands(static_cast<long long>(count));
}

void print_summary(const SplinkResolveRequest& request, const SplinkResult& result) {
  const auto counts = count_entities(result.linkage.entity);
  std::printf(
      "%s rows are %s entities at probability %g; the largest has %s rows. %s pairs were "
      "compared.\n",
      thousands(result.read.records.size()).c_str(), thousands(counts.entities).c_str(),
      request.threshold, thousands(counts.largest).c_str(),
      thousands(result.linkage.pairs.size()).c_str());
  for (const auto& warning : result.read.warnings) std::printf("Note: %s.\n", warning.c_str());
  if (!result.read.truth.empty()) {
    const auto worth = resolve::evaluate(result.linkage.entity, result.read.truth);
    std::printf(
        "Against %s, pairs never compared counted as missed:\n  pairwise  precision %.4f  recall "
        "%.4f  F1 %.4f\n  B-cubed   precision %.4f  recall %.4f  F1 %.4f\n",
        request.truth.c_str(), worth.pairwise.precision, worth.pairwise.recall, worth.pairwise.f1,
        worth.b_cubed.precision, worth.b_cubed.recall, worth.b_cubed.f1);
  }
  std::printf("Written to %s.\n", request.out.c_str());
}

void print_summary_as_json(const SplinkResolveRequest& request, const SplinkResult& result) {
  const auto counts = count_entities(result.linkage.entity);
  nlohmann::ordered_json json{
      {"rows", result.read.records.size()},   {"entities", counts.entities},
      {"largest_entity", counts.largest},     {"threshold", request.threshold},
      {"pairs", result.linkage.pairs.size()}, {"pairs_of_rule", result.linkage.pairs_of_rule},
      {"warnings", result.read.warnings},     {"out", request.out}};
  if (!result.read.truth.empty()) {
    const auto worth = resolve::evaluate(result.linkage.entity, result.read.truth);
    json["truth"] = {{"pairwise_f1", worth.pairwise.f1}, {"b_cubed_f1", worth.b_cubed.f1}};
  }
  std::printf("%s\n", json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
}

std::string source_line(const SplinkResolveRequest& request, std::size_t rows) {
  std::string files;
  for (const auto& file : request.files)
    files += (files.empty() ? "" : ", ") + file.substr(file.rfind('/') + 1);
  return files + " (" + thousands(rows) + " rows), Splink model " +
         request.model.substr(request.model.rfind('/') + 1) + ", by RAPTOR";
}

}  // namespace

void resolve_by_splink(const SplinkResolveRequest& request) {
  const auto settings = splink::read_settings(read_text_file(request.model));
  const RecordFiles files(request.files);
  const splink::Model model(settings, files.columns());
  SplinkResult result{read_records(files, model, {request.id, request.truth}), {}};
  auto& records = result.read.records;
  model.find_frequencies(records, read_frequencies(request.frequencies));
  const auto pair = pair_named(request.waterfall, records);
  {
    ProgressBar progress("Comparing");
    result.linkage = splink::link(model, records, request.threshold, {request.threads},
                                  [&](double share) { progress.show(share, ""); });
  }
  const auto threshold_weight = std::log2(request.threshold / (1 - request.threshold));
  if (!request.charts.empty()) {
    write_charts(request.charts, report_of(model, result.read, result.linkage, threshold_weight,
                                           pair, source_line(request, records.size())));
  }
  write_text_file(request.out, entities_csv(result));
  if (!request.edges.empty()) write_text_file(request.edges, edges_csv(result, threshold_weight));
  (request.json ? print_summary_as_json : print_summary)(request, result);
}

}  // namespace raptor
