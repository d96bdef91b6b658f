#include "base/csv.hpp"
#include "questions/lists.hpp"
#include "questions/network_name.hpp"

namespace questions {

namespace {

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const auto& text : texts) all += (all.empty() ? "" : "; ") + text;
  return all;
}

std::string captions(const Index& index, const std::vector<Entity>& entities) {
  std::vector<std::string> texts;
  for (auto entity : entities) texts.push_back(index.caption(entity));
  return joined(texts);
}

// To a tenth of a day, by whole numbers.
std::string days(threat::Harm harm) {
  const auto tenths = (harm * 10 + threat::harm_per_day / 2) / threat::harm_per_day;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::string day(std::optional<base::Seconds> time) {
  return time ? base::to_string_utc(*time).substr(0, 10) : "";
}

const char* yes_or_no(bool truth) { return truth ? "yes" : "no"; }

}  // namespace

std::string NetworkRow::csv_header() {
  return "network,rank,harm_days,people,ranked,kept_apart,forces,threat_types,first,last,is_new,"
         "leading\n";
}
std::string NominalRow::csv_header() {
  return "rank,entity,caption,harm_days,offences,gravest,forces,networks,is_new\n";
}
std::string ProtectedRow::csv_header() {
  return "entity,caption,reasons,lines,is_also_suspect,forces\n";
}
std::string HeldBackRow::csv_header() { return "entity,caption,perhaps\n"; }

std::string csv_row(const Index& index, const NetworkRow& row) {
  const auto& picture = index.picture();
  const auto& network = picture.networks[row.network];
  std::vector<std::string> types;
  for (const auto& [type, harm] : network.threat_types)
    types.push_back(picture.tables.threat_types[type].key);
  return base::csv_row(
      {network_name(index, row.network), std::to_string(row.network + 1), days(network.harm.total),
       std::to_string(network.members.size()), std::to_string(row.ranked),
       std::to_string(row.kept_apart), joined(network.forces), joined(types), day(network.first),
       day(network.last), yes_or_no(network.is_new), captions(index, row.leading)});
}

std::string csv_row(const Index& index, const NominalRow& row) {
  const auto& nominal = index.picture().nominals[row.nominal];
  std::vector<std::string> networks;
  for (auto network : nominal.networks) networks.push_back(network_name(index, network));
  const auto& terms = nominal.harm.terms;
  return base::csv_row({std::to_string(row.nominal + 1), index.name(nominal.person),
                        index.caption(nominal.person), days(nominal.harm.total),
                        std::to_string(terms.size()),
                        terms.empty() ? std::string() : terms.front().offence->title,
                        joined(row.forces), joined(networks), yes_or_no(nominal.is_new)});
}

std::string csv_row(const Index& index, const ProtectedRow& row) {
  const auto& person = index.picture().protection_list[row.position];
  std::vector<std::string> reasons;
  for (auto reason : row.reasons) reasons.emplace_back(base::name_of(reason));
  return base::csv_row({index.name(person.person), index.caption(person.person), joined(reasons),
                        std::to_string(person.lines.size()), yes_or_no(person.is_also_suspect),
                        joined(row.forces)});
}

std::string csv_row(const Index& index, const HeldBackRow& row) {
  const auto& held = index.picture().held_back[row.position];
  return base::csv_row(
      {index.name(held.person), index.caption(held.person), captions(index, held.perhaps)});
}

}  // namespace questions
