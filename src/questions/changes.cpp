#include "questions/changes.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "network/match_networks.hpp"
#include "questions/citations.hpp"
#include "questions/detail/writing.hpp"

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
    label();
    return std::move(changes_);
  }

 private:
  // Both stand in order of reference, and a record says the same in both, mention by mention.
  void follow_mentions() {
    const auto &before = older_.picture().evidence, &now = newer_.picture().evidence;
    std::size_t old_mention = 0, mention = 0;
    std::size_t i = 0, j = 0;
    while (i < before.records.size() || j < now.records.size()) {
      const bool is_gone =
          j == now.records.size() ||
          (i < before.records.size() && before.records[i].reference < now.records[j].reference);
      const bool is_new = !is_gone && (i == before.records.size() ||
                                       now.records[j].reference < before.records[i].reference);
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

  void label() {
    Sources now(newer_), before(older_);
    for (auto entity : changes_.new_people) now.use_entity(entity);
    for (const auto& merged : changes_.merged) {
      now.use_entity(merged.now);
      for (auto entity : merged.before) before.use_entity(entity);
    }
    for (const auto& split : changes_.split) {
      before.use_entity(split.before);
      for (auto entity : split.now) now.use_entity(entity);
    }
    for (const auto& change : changes_.networks) {
      if (change.now) use_members(newer_, *change.now, now);
      if (change.before) use_members(older_, *change.before, before);
    }
    for (const auto& risen : changes_.risen) now.use_entity(risen.person);
    changes_.label = join(now.label(), before.label());
  }

  static void use_members(const Index& index, std::size_t network, Sources& sources) {
    for (const auto& member : index.picture().networks[network].members)
      sources.use_entity(member.person);
  }

  const Index &older_, &newer_;
  std::vector<Entity> old_of_mention_;  // by mention of the newer
  Changes changes_;
};

Json people_json(const Index& index, const std::vector<Entity>& people) {
  Json json = Json::array();
  for (auto person : people) json.push_back(Writing(index).who(person));
  return json;
}

Json networks_json(const std::vector<NetworkChange>& changes) {
  Json json = Json::array();
  for (const auto& change : changes) {
    Json each = {{"change", !change.before ? "new" : !change.now ? "gone" : "changed"}};
    if (change.before) each["rank_before"] = *change.before + 1;
    if (change.now) each["rank"] = *change.now + 1;
    each["joined"] = change.joined;
    each["left"] = change.left;
    json.push_back(std::move(each));
  }
  return json;
}

}  // namespace

Changes changes(const Index& older, const Index& newer) {
  return Comparing(older, newer).compare();
}

nlohmann::ordered_json to_json(const Index& older, const Index& newer, const Changes& changes) {
  const Writing writing(newer), writing_before(older);
  Json json = writing.marking(changes.label);
  json["as_at_before"] = to_string(older.picture().manifest.as_at);
  json["as_at"] = to_string(newer.picture().manifest.as_at);
  json["new_records"] = changes.new_record_count;
  json["gone_records"] = changes.gone_record_count;
  json["new_people"] = {{"count", changes.new_people_count},
                        {"shown", people_json(newer, changes.new_people)}};
  Json merged = Json::array(), split = Json::array(), risen = Json::array();
  for (const auto& each : changes.merged) {
    merged.push_back(writing.who(each.now));
    merged.back()["before"] = people_json(older, each.before);
  }
  for (const auto& each : changes.split) {
    split.push_back(writing_before.who(each.before));
    split.back()["now"] = people_json(newer, each.now);
  }
  for (const auto& each : changes.risen) {
    Json one = writing.who(each.person);
    if (each.before) one["rank_before"] = *each.before + 1;
    one["rank"] = each.now + 1;
    one["harm_days_before"] = days_of(each.harm_before);
    one["harm_days"] = days_of(each.harm_now);
    risen.push_back(std::move(one));
  }
  json["merged"] = {{"count", changes.merged_count}, {"shown", std::move(merged)}};
  json["split"] = {{"count", changes.split_count}, {"shown", std::move(split)}};
  json["networks"] = {{"count", changes.network_change_count},
                      {"shown", networks_json(changes.networks)}};
  json["risen"] = {{"count", changes.risen_count}, {"shown", std::move(risen)}};
  return json;
}

}  // namespace questions
