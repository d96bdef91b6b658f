#include "picture/picture.hpp"

#include <algorithm>
#include <map>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "picture/identify.hpp"
#include "picture/involvement.hpp"
#include "picture/networks.hpp"
#include "picture/people.hpp"

namespace picture {

using model::Evidence;
using model::Noun;

namespace {

base::Seconds end_of(base::Date day) { return base::midnight(day) + 86399; }

std::optional<base::Seconds> first_recorded(const Picture& picture, Entity person) {
  std::optional<base::Seconds> first;
  for (auto mention : picture.entities.mentions(person)) {
    const auto& record = picture.evidence.records[picture.evidence.mentions[mention].record];
    const auto time = record.recorded ? record.recorded : record.happened;
    if (time) first = std::min(first.value_or(*time), *time);
  }
  return first;
}

// Protection before ranking: whoever is found here is ranked nowhere.
std::vector<bool> list_protected(Picture& picture, base::Seconds as_at) {
  std::vector<bool> is_protected(picture.entities.size());
  for (Entity entity = 0; entity < picture.entities.size(); ++entity) {
    if (noun_of(picture.evidence, picture.entities, entity) != Noun::person) continue;
    auto lines =
        protection_lines_of(picture.evidence, picture.entities, picture.links, entity, as_at);
    if (lines.empty()) continue;
    is_protected[entity] = true;
    picture.protection_list.push_back(
        {entity, std::move(lines), is_recorded_as_suspect(picture.links, picture.tables, entity)});
  }
  std::stable_sort(picture.protection_list.begin(), picture.protection_list.end(),
                   [](const auto& a, const auto& b) { return a.lines.size() > b.lines.size(); });
  return is_protected;
}

std::vector<base::Date> births_of(const Picture& picture, Entity person) {
  std::vector<base::Date> births;
  for (auto mention : picture.entities.mentions(person)) {
    const auto text =
        picture.evidence.first(picture.evidence.mentions[mention], model::Attribute::date_of_birth);
    if (const auto date = base::parse_date(text, base::DateOrder::year_month_day))
      births.push_back(*date);
  }
  return births;
}

// Two of year, month and day agree in some pair of dates, or one side states none.
bool may_be_born_together(const std::vector<base::Date>& left,
                          const std::vector<base::Date>& right) {
  if (left.empty() || right.empty()) return true;
  return std::any_of(left.begin(), left.end(), [&](const auto& a) {
    return std::any_of(right.begin(), right.end(), [&](const auto& b) {
      return (a.year == b.year) + (a.month == b.month) + (a.day == b.day) >= 2;
    });
  });
}

// Whom somebody unprotected may be, among the protected: by entity.
using Perhaps = std::map<Entity, std::vector<Entity>>;

Perhaps perhaps_protected(const Picture& picture, const std::vector<bool>& is_protected) {
  Perhaps perhaps;
  for (const auto& [left, right] : picture.doubts) {
    if (is_protected[left] == is_protected[right]) continue;
    if (!may_be_born_together(births_of(picture, left), births_of(picture, right))) continue;
    if (is_protected[left])
      perhaps[right].push_back(left);
    else
      perhaps[left].push_back(right);
  }
  return perhaps;
}

void rank_nominals(Picture& picture, const Offences& offences,
                   const std::vector<bool>& is_protected, const Perhaps& perhaps,
                   base::Seconds as_at) {
  const auto new_since = as_at - picture.tables.new_within_days * 86400;
  for (Entity entity = 0; entity < picture.entities.size(); ++entity) {
    if (is_protected[entity] || noun_of(picture.evidence, picture.entities, entity) != Noun::person)
      continue;
    const auto parts = involvements_of(picture.evidence, picture.links, offences, entity);
    auto harm = threat::harm_of(parts, picture.tables, as_at);
    if (harm.total == 0 && harm.unweighted_events.empty()) continue;
    if (const auto found = perhaps.find(entity); found != perhaps.end()) {
      picture.held_back.push_back({entity, found->second});
      continue;
    }
    const auto first = first_recorded(picture, entity);
    const bool is_new = first && *first >= new_since;
    picture.nominals.push_back({entity, std::move(harm), {}, is_new});
  }
  std::stable_sort(picture.nominals.begin(), picture.nominals.end(),
                   [](const auto& a, const auto& b) { return a.harm.total > b.harm.total; });
}

void place_nominals_in_networks(Picture& picture) {
  std::vector<std::vector<std::uint32_t>> networks_of(picture.entities.size());
  for (std::uint32_t i = 0; i < picture.networks.size(); ++i) {
    for (const auto& member : picture.networks[i].members) networks_of[member.person].push_back(i);
  }
  for (auto& nominal : picture.nominals) nominal.networks = networks_of[nominal.person];
}

// Told, with a few of them: what has no weight raises nobody's rank, and somebody should add it to
// the table.
void note_offences_without_weight(Picture& picture, const Offences& offences) {
  std::map<std::string_view, int> counts;
  for (const auto& nominal : picture.nominals) {
    for (auto event : nominal.harm.unweighted_events) ++counts[offences.of(event)];
  }
  for (const auto& [offence, count] : counts) {
    picture.notes.push_back("the table of offence weights has no " + base::quoted(offence) + ": " +
                            std::to_string(count) + " parts in such offences count for nothing");
  }
}

}  // namespace

base::Date latest_day(const Evidence& evidence) {
  base::Seconds latest = 0;
  for (const auto& record : evidence.records) {
    latest = std::max({latest, record.happened.value_or(0), record.recorded.value_or(0)});
  }
  return base::date_of_day_number(static_cast<std::int32_t>(latest / 86400));
}

std::vector<std::uint32_t> records_of(const Picture& picture, Entity person, Entity event) {
  std::vector<std::uint32_t> records;
  for (const auto& link : picture.links.from(person)) {
    if (link.to != event) continue;
    const auto of_link = records_of(picture.evidence, picture.links, link);
    records.insert(records.end(), of_link.begin(), of_link.end());
  }
  std::sort(records.begin(), records.end());
  records.erase(std::unique(records.begin(), records.end()), records.end());
  return records;
}

std::vector<std::uint32_t> records_of(const Picture& picture, const RankedNetwork& network,
                                      Entity event) {
  std::vector<std::uint32_t> records;
  for (const auto& member : network.members) {
    const auto of_member = records_of(picture, member.person, event);
    records.insert(records.end(), of_member.begin(), of_member.end());
  }
  std::sort(records.begin(), records.end());
  records.erase(std::unique(records.begin(), records.end()), records.end());
  return records;
}

std::string describe_record(const Evidence& evidence, std::uint32_t number) {
  const auto& record = evidence.records[number];
  const auto& source = evidence.sources[record.source];
  std::string text = source.source + ", " + source.file_name + " row " + std::to_string(record.row);
  if (record.grading) text += ", graded " + to_string(*record.grading);
  return text;
}

Picture build(Evidence evidence, const PictureInputs& inputs, base::Threads threads) {
  Picture picture;
  picture.manifest = {
      .release = RAPTOR_VERSION,
      .audience = inputs.audience,
      .model_sha256 = base::to_hex(base::sha256(base::bytes_of(resolve::to_json(inputs.model)))),
      .tables_sha256 =
          base::to_hex(base::sha256(base::bytes_of(threat::canonical_text(inputs.tables)))),
      .as_at = inputs.as_at.value_or(latest_day(evidence)),
      .records = evidence.records.size(),
      .mentions = evidence.mentions.size(),
      .decisions = inputs.decisions.size()};
  for (const auto& label : evidence.labels)
    picture.manifest.label = join(picture.manifest.label, label);
  picture.evidence = std::move(evidence);
  picture.tables = inputs.tables;
  const auto as_at = end_of(picture.manifest.as_at);
  resolve::PhoneForms own_phones;
  auto identified =
      identify(picture.evidence, people_of(picture.evidence), inputs.decisions, inputs.model,
               inputs.memory != nullptr ? inputs.memory->phones : own_phones, threads);
  picture.entities = std::move(identified.entities);
  picture.doubts = std::move(identified.doubts);
  picture.notes = std::move(identified.notes);
  picture.links = link_entities(picture.evidence, picture.entities, as_at);
  const Offences offences(picture.evidence, picture.entities, picture.tables);
  auto ties =
      tie_people(picture.evidence, picture.entities, picture.links, offences, picture.tables);
  picture.ties = std::move(ties.ties);
  picture.notes.insert(picture.notes.end(), ties.notes.begin(), ties.notes.end());
  const auto is_protected = list_protected(picture, as_at);
  const auto perhaps = perhaps_protected(picture, is_protected);
  rank_nominals(picture, offences, is_protected, perhaps, as_at);
  auto is_held_back = std::vector<bool>(picture.entities.size());
  for (const auto& [person, whom] : perhaps) is_held_back[person] = true;
  picture.networks =
      rank_networks(picture, offences, {is_protected, is_held_back}, as_at, inputs, threads);
  place_nominals_in_networks(picture);
  note_offences_without_weight(picture, offences);
  return picture;
}

}  // namespace picture
