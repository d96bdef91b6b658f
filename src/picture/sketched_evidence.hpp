#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "model/evidence.hpp"

namespace picture {

/// For tests: evidence written as one line a record.
///
///   "2026-01-05 north: ann suspect_in C1 robbery; bob victim_of C1"
///
/// Day, force, then what it says. Lower-case words are people by their source's reference (so that
/// a person is the same in all lines of one force), capitals are what their first letter says: C
/// crime, M meeting, R report, P phone, V vehicle, A account, H address, D referral, X missing
/// episode, O organisation. A word after an event is its offence, after a payment its amount ("A1
/// paid A2 300"). "born:ann=2010-01-02" and "name:ann=Ann Lee" give people attributes.
class SketchedEvidence {
 public:
  explicit SketchedEvidence(std::vector<std::string> lines) {
    auto rows = lines;
    std::sort(rows.begin(), rows.end());
    for (const auto& line : lines)
      add(line, std::lower_bound(rows.begin(), rows.end(), line) - rows.begin() + 2);
    model::sort_by_origin(evidence_);
  }
  model::Evidence take() { return std::move(evidence_); }

 private:
  static model::Noun noun_of(std::string_view word) {
    switch (word[0]) {
      case 'C':
        return model::Noun::crime;
      case 'M':
        return model::Noun::meeting;
      case 'R':
        return model::Noun::report;
      case 'P':
        return model::Noun::phone;
      case 'V':
        return model::Noun::vehicle;
      case 'A':
        return model::Noun::account;
      case 'H':
        return model::Noun::address;
      case 'D':
        return model::Noun::referral;
      case 'X':
        return model::Noun::missing_episode;
      case 'O':
        return model::Noun::organisation;
      default:
        return model::Noun::person;
    }
  }

  // The attribute under which a thing's word identifies it.
  static model::Attribute identity(model::Noun noun) {
    switch (noun) {
      case model::Noun::phone:
      case model::Noun::vehicle:
      case model::Noun::account:
        return model::Attribute::number;
      case model::Noun::address:
        return model::Attribute::line;
      case model::Noun::organisation:
        return model::Attribute::name;
      default:
        return model::Attribute::reference;
    }
  }

  void add(std::string_view line, std::int64_t row) {
    const auto colon = line.find(": ");
    const auto force = std::string(base::trim(line.substr(10, colon - 10)));
    const auto day =
        base::midnight(*base::parse_date(line.substr(0, 10), base::DateOrder::year_month_day));
    model::EvidenceRecord record{
        .source = source_of(force), .row = row, .happened = day, .recorded = day};
    // Of what the line says, as the row is, so that the order of lines does not matter.
    std::uint64_t hash = 1469598103934665603ULL;
    for (char c : line) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    for (std::size_t i = 0; i < 8; ++i)
      record.reference.bytes[i] = static_cast<std::uint8_t>(hash >> (8 * i));
    evidence_.records.push_back(record);
    slots_.clear();
    values_.clear();
    for (auto clause : base::split(line.substr(colon + 2), ';'))
      say(base::words(base::trim(clause)));
    for (auto& [word, mention] : slots_) {
      auto& made = evidence_.mentions[mention];
      made.first_value = static_cast<std::uint32_t>(evidence_.values.size());
      evidence_.values.insert(evidence_.values.end(), values_[word].begin(), values_[word].end());
      made.value_count = static_cast<std::uint32_t>(values_[word].size());
    }
  }

  void say(const std::vector<std::string_view>& words) {
    if (words[0].starts_with("born:") || words[0].starts_with("name:")) {
      const auto equals = words[0].find('=');
      const auto who = std::string(words[0].substr(5, equals - 5));
      std::string text(words[0].substr(equals + 1));
      for (std::size_t i = 1; i < words.size(); ++i) text += " " + std::string(words[i]);
      mention(who);
      give(who, words[0][0] == 'b' ? model::Attribute::date_of_birth : model::Attribute::name,
           text);
      return;
    }
    const auto from = mention(std::string(words[0])), to = mention(std::string(words[2]));
    evidence_.links.push_back(
        {.from = from, .to = to, .role = *base::named<model::LinkRole>(words[1])});
    if (words.size() < 4) return;
    if (evidence_.links.back().role == model::LinkRole::paid)
      evidence_.links.back().strength = std::stof(std::string(words[3]));
    else
      give(std::string(words[2]), model::Attribute::offence, words[3]);
  }

  std::uint32_t mention(const std::string& word) {
    const auto [at, is_new] =
        slots_.emplace(word, static_cast<std::uint32_t>(evidence_.mentions.size()));
    if (!is_new) return at->second;
    const auto noun = noun_of(word);
    evidence_.mentions.push_back(
        {.noun = noun,
         .record = static_cast<std::uint32_t>(evidence_.records.size() - 1),
         .slot = evidence_.texts.intern(word)});
    give(word, identity(noun), word);
    return at->second;
  }

  void give(const std::string& word, model::Attribute attribute, std::string_view text) {
    values_[word].push_back({attribute, evidence_.texts.intern(text)});
  }

  std::uint32_t source_of(const std::string& force) {
    const auto [at, is_new] =
        sources_.emplace(force, static_cast<std::uint32_t>(evidence_.sources.size()));
    if (is_new)
      evidence_.sources.push_back({.source = force + " crime",
                                   .force = force,
                                   .layout = "sketch",
                                   .file_name = force + ".csv"});
    return at->second;
  }

  model::Evidence evidence_;
  std::map<std::string, std::uint32_t> sources_, slots_;
  std::map<std::string, std::vector<model::Value>> values_;
};

}  // namespace picture
