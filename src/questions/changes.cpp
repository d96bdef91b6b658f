#include "questions/changes.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "network/match_networks.hpp"
#include "questions/detail/writing.hpp"
#include "questions/marking.hpp"
#include "questions/network_name.hpp"

namespace questions {

namespace {

constexpr Entity nobody = std::numeric_limits<Entity>::max();

template <class T>
std::size_t cut(std::vector<T>& items) {
  const auto count = items.size();
  if (count > changes_max) items.erase(items.begin() + changes_max, items.end());
  return count;
}

class Comparing {
 public:
  Comparing(const Index& older, const Index& newer)
      : older_(older),
        newer_(newer),
        old_of_mention_(newer.picture().evidence.mentions.size(), nobody) {}

  Changes compare() {
    follow_mentions();
    compare_people();
    compare_networks();
    compare_nominals();
    changes_.new_people_count = cut(changes_.new_people);
    changes_.merged_count = cut(changes_.merged);
    changes_.split_count = cut(changes_.split);
    changes_.network_change_count = cut(changes_.networks);
    changes_.risen_count = cut(changes_.risen);
    // What rose or fell among all rests on all of both pictures.
    changes_.label = join(older_.picture().manifest.label, newer_.picture().manifest.label);
    return std::move(changes_);
  }

 private:
  // Both stand in order of origin, and a record says the same in both, mention by mention.
  void follow_mentions() {
    const auto &before = older_.picture().evidence, &now = newer_.picture().evidence;
    std::size_t old_mention = 0, mention = 0;
    std::size_t i = 0, j = 0;
    while (i < before.records.size() || j < now.records.size()) {
      const bool is_gone =
          j == now.records.size() ||
          (i < before.records.size() && model::compare_origins(before, i, now, j) < 0);
      const bool is_new =
          !is_gone && (i == before.records.size() || model::compare_origins(now, j, before, i) < 0);
      const auto old_begin = old_mention, begin = mention;
      if (!is_new) old_mention = end_of_record(before, old_mention, i++);
      if (!is_gone) mention = end_of_record(now, mention, j++);
      changes_.gone_record_count += is_gone;
      changes_.new_record_count += is_new;
      if (is_gone || is_new) continue;
      const auto both = std::min(old_mention - old_begin, mention - begin);
      for (std::size_t k = 0; k < both; ++k) {
        old_of_mention_[begin + k] =
            older_.picture().entities.of_mention(static_cast<std::uint32_t>(old_begin + k));
      }
    }
  }

  static std::size_t end_of_record(const model::Evidence& evidence, std::size_t mention,
                                   std::size_t record) {
    while (mention < evidence.mentions.size() && evidence.mentions[mention].record == record)
      ++mention;
    return mention;
  }

  std::vector<Entity> before_of(Entity now) const {
    std::set<Entity> before;
    for (auto mention : newer_.picture().entities.mentions(now)) {
      if (old_of_mention_[mention] != nobody) before.insert(old_of_mention_[mention]);
    }
    return {before.begin(), before.end()};
  }

  void compare_people() {
    std::map<Entity, std::vector<Entity>> now_of;
    for (Entity entity = 0; entity < newer_.picture().entities.size(); ++entity) {
      if (!newer_.is_person(entity)) continue;
      auto before = before_of(entity);
      for (auto each : before) now_of[each].push_back(entity);
      if (before.empty()) changes_.new_people.push_back(entity);
      if (before.size() > 1) changes_.merged.push_back({entity, std::move(before)});
    }
    for (auto& [before, now] : now_of) {
      if (now.size() > 1) changes_.split.push_back({before, std::move(now)});
    }
  }

  // Members go by who they were; those who were nobody by a number that no one had.
  network::MemberKeys keys_now(const picture::RankedNetwork& network) const {
    constexpr std::uint64_t unknown_before = std::uint64_t{1} << 32;
    std::set<std::uint64_t> keys;
    for (const auto& member : network.members) {
      const auto before = before_of(member.person);
      keys.insert(before.empty() ? unknown_before + member.person : before.front());
    }
    return {keys.begin(), keys.end()};
  }

  static network::MemberKeys keys_before(const picture::RankedNetwork& network) {
    network::MemberKeys keys;
    for (const auto& member : network.members) keys.push_back(member.person);
    std::sort(keys.begin(), keys.end());
    return keys;
  }

  void compare_networks() {
    std::vector<network::MemberKeys> before, now;
    for (const auto& network : older_.picture().networks) before.push_back(keys_before(network));
    for (const auto& network : newer_.picture().networks) now.push_back(keys_now(network));
    std::vector<bool> is_gone(before.size(), true);
    std::vector<NetworkChange> all(now.size());
    for (std::size_t i = 0; i < now.size(); ++i) all[i] = {{}, i, now[i].size(), 0};
    for (const auto& kept : network::match_networks(before, now)) {
      is_gone[kept.before] = false;
      all[kept.after] = {kept.before, kept.after, now[kept.after].size() - kept.shared,
                         before[kept.before].size() - kept.shared};
    }
    for (const auto& change : all) {
      if (!change.before || change.joined > 0 || change.left > 0)
        changes_.networks.push_back(change);
    }
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (is_gone[i]) changes_.networks.push_back({i, {}, 0, before[i].size()});
    }
  }

  void compare_nominals() {
    const auto& nominals = newer_.picture().nominals;
    for (std::size_t now = 0; now < nominals.size(); ++now) {
      RisenNominal risen{nominals[now].person, {}, now, 0, nominals[now].harm.total};
      for (auto before : before_of(risen.person)) {
        const auto position = older_.nominal(before);
        if (!position) continue;
        risen.before = std::min(risen.before.value_or(*position), *position);
        risen.harm_before += older_.picture().nominals[*position].harm.total;
      }
      if (!risen.before || risen.harm_now > risen.harm_before) changes_.risen.push_back(risen);
    }
    std::stable_sort(changes_.risen.begin(), changes_.risen.end(),
                     [](const auto& a, const auto& b) {
                       return a.harm_now - a.harm_before > b.harm_now - b.harm_before;
                     });
  }

  const Index &older_, &newer_;
  std::vector<Entity> old_of_mention_;  // by mention of the newer
  Changes changes_;
};

// As an older picture calls them; whoever is protected now is marked so for any day.
Json before_json(const Index& older, Entity entity, bool is_protected_now) {
  Json json = Writing(older).who(entity);
  if (is_protected_now) json["is_protected"] = true;
  return json;
}

Json merged_json(const Index& older, const Index& newer, const MergedPerson& merged) {
  Json json = Writing(newer).who(merged.now);
  json["before"] = Json::array();
  for (auto entity : merged.before)
    json["before"].push_back(before_json(older, entity, newer.is_protected(merged.now)));
  return json;
}

Json split_json(const Index& older, const Index& newer, const SplitPerson& split) {
  const bool is_protected_now = std::any_of(
      split.now.begin(), split.now.end(), [&](auto person) { return newer.is_protected(person); });
  Json json = before_json(older, split.before, is_protected_now);
  json["now"] = Writing(newer).people(split.now);
  return json;
}

Json network_json(const Index& newer, const NetworkChange& change) {
  Json json;
  json["change"] = !change.before ? "new" : !change.now ? "gone" : "changed";
  if (change.now) {
    json["network"] = network_name(newer, *change.now);
    json["leading"] = Writing(newer).people(leading(newer.picture().networks[*change.now]));
  }
  if (change.before) json["rank_before"] = *change.before + 1;
  if (change.now) json["rank"] = *change.now + 1;
  json["joined"] = change.joined;
  json["left"] = change.left;
  return json;
}

Json risen_json(const Index& newer, const RisenNominal& risen) {
  Json json = Writing(newer).who(risen.person);
  if (risen.before) json["rank_before"] = *risen.before + 1;
  json["rank"] = risen.now + 1;
  json["harm_days_before"] = days_of(risen.harm_before);
  json["harm_days"] = days_of(risen.harm_now);
  return json;
}

template <class Item, class Write>
Json shown_json(std::size_t count, const std::vector<Item>& items, Write write) {
  Json json;
  json["count"] = count;
  json["shown"] = Json::array();
  for (const auto& item : items) json["shown"].push_back(write(item));
  return json;
}

}  // namespace

Changes changes(const Index& older, const Index& newer) {
  return Comparing(older, newer).compare();
}

nlohmann::ordered_json to_json(const Index& older, const Index& newer, const Changes& changes) {
  Json json;
  json["marking"] = marking_json(changes.label);
  json["as_at_before"] = to_string(older.picture().manifest.as_at);
  json["as_at"] = to_string(newer.picture().manifest.as_at);
  json["new_records"] = changes.new_record_count;
  json["gone_records"] = changes.gone_record_count;
  const Writing writing(newer);
  json["new_people"] = shown_json(changes.new_people_count, changes.new_people,
                                  [&](auto person) { return writing.who(person); });
  json["merged"] = shown_json(changes.merged_count, changes.merged,
                              [&](const auto& each) { return merged_json(older, newer, each); });
  json["split"] = shown_json(changes.split_count, changes.split,
                             [&](const auto& each) { return split_json(older, newer, each); });
  json["networks"] = shown_json(changes.network_change_count, changes.networks,
                                [&](const auto& each) { return network_json(newer, each); });
  json["risen"] = shown_json(changes.risen_count, changes.risen,
                             [&](const auto& each) { return risen_json(newer, each); });
  return json;
}

}  // namespace questions
