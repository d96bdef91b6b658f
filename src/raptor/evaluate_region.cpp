#include "raptor/evaluate_region.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

namespace raptor {

using picture::Entity;
using picture::Picture;

namespace {

constexpr double found_f1 = 0.6;
constexpr std::size_t top = 3, highest = 20;
constexpr auto nobody = static_cast<std::uint32_t>(-1);

double wilson(const Share& share, double sign) {
  if (share.cases == 0) return 0;
  constexpr double z = 1.959964;
  const auto n = static_cast<double>(share.cases), p = share.value();
  return (p + z * z / (2 * n) + sign * z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n))) /
         (1 + z * z / n);
}

void count(Share& share, bool hit) {
  ++share.cases;
  share.hits += hit ? 1 : 0;
}

class Evaluator {
 public:
  Evaluator(const Picture& picture, const RegionTruth& truth) : picture_(picture), truth_(truth) {
    find_truth_of_mentions();
  }

  RegionEvaluation run() {
    evaluate_people();
    evaluate_networks();
    evaluate_top();
    evaluate_victims();
    return std::move(result_);
  }

 private:
  // The true person of each mention that has one, and of each entity the one that most of its
  // mentions are.
  void find_truth_of_mentions() {
    const auto& evidence = picture_.evidence;
    true_person_.assign(evidence.mentions.size(), nobody);
    std::vector<std::map<std::uint32_t, int>> votes(picture_.entities.size());
    for (std::uint32_t i = 0; i < evidence.mentions.size(); ++i) {
      const auto& mention = evidence.mentions[i];
      if (mention.noun != model::Noun::person) continue;
      const auto& record = evidence.records[mention.record];
      const auto found =
          truth_.person_of_mention.find({evidence.sources[record.source].source, record.row,
                                         std::string(evidence.texts[mention.slot])});
      if (found == truth_.person_of_mention.end()) continue;
      true_person_[i] = found->second;
      ++votes[picture_.entities.of_mention(i)][found->second];
    }
    person_of_entity_.assign(picture_.entities.size(), nobody);
    for (Entity entity = 0; entity < votes.size(); ++entity) {
      int most = 0;
      for (const auto& [person, number] : votes[entity]) {
        if (number > most) most = number, person_of_entity_[entity] = person;
      }
      if (!votes[entity].empty()) people_of_entity_[entity] = std::move(votes[entity]);
    }
  }

  void evaluate_people() {
    std::vector<std::uint32_t> found, truth;
    for (std::uint32_t i = 0; i < true_person_.size(); ++i) {
      if (true_person_[i] == nobody) continue;
      found.push_back(picture_.entities.of_mention(i));
      truth.push_back(true_person_[i]);
    }
    result_.people = resolve::evaluate(found, truth);
    std::map<std::string, Share> by_origin;
    for (const auto& [entity, people] : people_of_entity_) {
      result_.people_in_one_entity_max = std::max(result_.people_in_one_entity_max, people.size());
      count(result_.wrong_merges, people.size() > 1);
      count(by_origin[truth_.origin_of_person.at(person_of_entity_[entity])], people.size() > 1);
    }
    for (const auto& [origin, share] : by_origin) result_.origins.push_back({origin, share});
  }

  std::set<std::uint32_t> people_of(const picture::RankedNetwork& network) const {
    std::set<std::uint32_t> people;
    for (const auto& member : network.members) {
      if (person_of_entity_[member.person] != nobody)
        people.insert(person_of_entity_[member.person]);
    }
    return people;
  }

  // Planted members who are recorded at all: the others nobody could find.
  std::set<std::uint32_t> recorded(const RegionTruth::Network& network) const {
    std::set<std::uint32_t> people;
    for (const auto& member : network.members) {
      if (recorded_.contains(member.person)) people.insert(member.person);
    }
    return people;
  }

  void evaluate_networks() {
    recorded_.insert(true_person_.begin(), true_person_.end());
    std::vector<std::set<std::uint32_t>> found;
    for (const auto& network : picture_.networks) found.push_back(people_of(network));
    double sum = 0;
    for (const auto& network : truth_.networks) {
      const auto planted = recorded(network);
      double best = 0;
      std::optional<std::size_t> match;
      for (std::size_t i = 0; i < found.size(); ++i) {
        std::vector<std::uint32_t> both;
        std::set_intersection(planted.begin(), planted.end(), found[i].begin(), found[i].end(),
                              std::back_inserter(both));
        const double f1 =
            2.0 * static_cast<double>(both.size()) /
            static_cast<double>(std::max<std::size_t>(1, planted.size() + found[i].size()));
        if (f1 > best) best = f1, match = i;
      }
      sum += best;
      if (match && best >= found_f1) planted_.insert(*match);
      count(result_.networks_found, best >= found_f1);
      evaluate_controllers(network, match);
      if (match) weigh_evidence(network, picture_.networks[*match]);
    }
    result_.networks_f1_mean =
        truth_.networks.empty() ? 0 : sum / static_cast<double>(truth_.networks.size());
  }

  // Who holds the highest places by harm.
  void evaluate_top() {
    const std::set<std::uint32_t> hubs(truth_.hub_owners.begin(), truth_.hub_owners.end());
    const auto count_hub = [&](Entity person) {
      result_.hubs_at_the_top += hubs.contains(person_of_entity_[person]);
    };
    for (std::size_t i = 0; i < std::min(highest, picture_.networks.size()); ++i) {
      count(result_.planted_at_the_top, planted_.contains(i));
      const auto& members = picture_.networks[i].members;
      for (std::size_t k = 0; k < std::min(top, members.size()); ++k) {
        if (members[k].standing == picture::Standing::ranked) count_hub(members[k].person);
      }
    }
    for (std::size_t i = 0; i < std::min(highest, picture_.nominals.size()); ++i)
      count_hub(picture_.nominals[i].person);
  }

  // Place from 0 of each who may be ranked, by a measure: how many come before.
  static std::vector<std::size_t> places(const std::vector<double>& values) {
    std::vector<std::size_t> result;
    result.reserve(values.size());
    for (double value : values) {
      result.push_back(static_cast<std::size_t>(std::count_if(
          values.begin(), values.end(), [&](double other) { return other > value; })));
    }
    return result;
  }

  void evaluate_controllers(const RegionTruth::Network& planted, std::optional<std::size_t> match) {
    std::vector<std::uint32_t> people;
    std::vector<double> evidence, structure, degree, betweenness;
    if (match) {
      for (const auto& member : picture_.networks[*match].members) {
        if (member.standing != picture::Standing::ranked) continue;
        people.push_back(person_of_entity_[member.person]);
        evidence.push_back(member.place_score);
        structure.push_back(member.prominence.score);
        degree.push_back(member.prominence.measures[0].value);
        betweenness.push_back(member.prominence.measures[2].value);
      }
    }
    const auto in_top = [&](std::uint32_t person, const std::vector<double>& values) {
      const auto place = places(values);
      for (std::size_t i = 0; i < people.size(); ++i) {
        if (people[i] == person && place[i] < top) return true;
      }
      return false;
    };
    for (const auto& member : planted.members) {
      if (member.role != "controller") continue;
      count(result_.controllers, in_top(member.person, evidence));
      count(result_.controllers_by_structure, in_top(member.person, structure));
      count(result_.controllers_by_degree, in_top(member.person, degree));
      count(result_.controllers_by_betweenness, in_top(member.person, betweenness));
    }
  }

  // How often each kind of evidence is seen on controllers, and on the other ranked members.
  void weigh_evidence(const RegionTruth::Network& planted, const picture::RankedNetwork& found) {
    std::set<std::uint32_t> controllers;
    for (const auto& member : planted.members) {
      if (member.role == "controller") controllers.insert(member.person);
    }
    std::map<std::uint32_t, std::set<threat::ControlEvidence>> kinds_of;
    for (const auto& member : found.members) {
      if (member.standing != picture::Standing::ranked) continue;
      auto& kinds = kinds_of[person_of_entity_[member.person]];
      for (const auto& line : member.control) kinds.insert(line.evidence);
    }
    for (const auto& [person, kinds] : kinds_of) {
      for (std::size_t i = 0; i < threat::control_evidence_count; ++i) {
        auto& worth = result_.evidence[i];
        count(controllers.contains(person) ? worth.controllers : worth.others,
              kinds.contains(static_cast<threat::ControlEvidence>(i)));
      }
    }
  }

  void evaluate_victims() {
    std::set<std::uint32_t> ranked, protected_people;
    for (const auto& nominal : picture_.nominals) ranked.insert(person_of_entity_[nominal.person]);
    for (const auto& network : picture_.networks) {
      for (const auto& member : network.members) {
        if (member.standing == picture::Standing::ranked)
          ranked.insert(person_of_entity_[member.person]);
      }
    }
    for (const auto& person : picture_.protection_list)
      protected_people.insert(person_of_entity_[person.person]);
    for (const auto& network : truth_.networks) {
      for (const auto& member : network.members) {
        if (member.role != "victim" || !recorded_.contains(member.person)) continue;
        if (ranked.contains(member.person)) ++result_.victims_ranked;
        count(result_.victims_protected, protected_people.contains(member.person));
      }
    }
  }

  const Picture& picture_;
  const RegionTruth& truth_;
  std::vector<std::uint32_t> true_person_, person_of_entity_;
  std::map<Entity, std::map<std::uint32_t, int>> people_of_entity_;
  std::set<std::uint32_t> recorded_;
  std::set<std::size_t> planted_;  // found networks that match a planted one
  RegionEvaluation result_;
};

}  // namespace

double Share::value() const {
  return cases == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(cases);
}
double Share::low() const { return wilson(*this, -1); }
double Share::high() const { return wilson(*this, 1); }

RegionEvaluation evaluate_region(const Picture& picture, const RegionTruth& truth) {
  return Evaluator(picture, truth).run();
}

}  // namespace raptor
