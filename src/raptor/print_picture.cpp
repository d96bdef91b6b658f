#include "raptor/print_picture.hpp"

#include <algorithm>
#include <set>

#include "base/error.hpp"
#include "base/text.hpp"
#include "picture/to_json.hpp"

namespace raptor {

using picture::Entity;
using picture::Picture;

namespace {

std::string days(threat::Harm harm) {
  return base::with_thousands((harm + threat::harm_per_day / 2) / threat::harm_per_day);
}

// Cells are at most as wide as people can see, so columns line up for any script.
std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string left(std::string_view text, std::size_t width) {
  std::string cell(text);
  while (width_of(cell) > width) {
    while ((cell.back() & 0xC0) == 0x80) cell.pop_back();  // never half a character
    cell.pop_back();
  }
  return cell + std::string(width - width_of(cell), ' ');
}

std::string right(std::string_view text, std::size_t width) {
  return std::string(width - std::min(width, width_of(text)), ' ') + std::string(text);
}

// 0.5 of 500 thousandths.
std::string decimal(std::int64_t thousandths) {
  auto text = std::to_string(thousandths / 1000) + "." +
              std::to_string(1000 + thousandths % 1000).substr(1);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string day(std::optional<base::Seconds> time) {
  return time ? base::to_string_utc(*time).substr(0, 10) : "undated";
}

std::string as_at_text(base::Date day_shown) {
  return day_shown == base::Date{1970, 1, 1} ? "of records without dates"
                                             : "as at " + to_string(day_shown);
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const auto& text : texts) all += (all.empty() ? "" : ", ") + text;
  return all;
}

std::string caption(const Picture& picture, Entity entity) {
  return caption_of(picture.evidence, picture.entities, entity);
}

std::string threat_title(const Picture& picture, const picture::RankedNetwork& network) {
  if (network.threat_types.empty()) return "no exploitation recorded";
  return picture.tables.threat_types[network.threat_types.front().first].title;
}

std::string marking_of(const Picture& picture) {
  const auto& label = picture.manifest.label;
  std::string text(model::marking(label.tier));
  if (!label.compartments.empty()) text += " [" + joined(label.compartments) + "]";
  if (label.handling == model::Handling::C) text += ", handling C: " + joined(label.conditions);
  return text;
}

std::string interval(const threat::Prominence& prominence) {
  if (!prominence.interval) return "";
  return " (rank " + std::to_string(prominence.interval->best) + " to " +
         std::to_string(prominence.interval->worst) + ")";
}

constexpr std::size_t members_shown = 5;

std::string network_lines(const Picture& picture, std::size_t i) {
  const auto& network = picture.networks[i];
  std::string text = right(std::to_string(i + 1), 3) + right(days(network.harm.total), 9) +
                     right(std::to_string(network.members.size()), 8) + "  " +
                     left(threat_title(picture, network), 26) + day(network.first) + " to " +
                     day(network.last) + (network.is_new ? "  NEW" : "") + "\n";
  text += "      " + (network.forces.empty() ? "" : joined(network.forces) + ": ") +
          tie_kinds(picture, network) + "\n";
  std::size_t shown = 0, kept_apart = 0, unassessed = 0, in_doubt = 0;
  for (const auto& member : network.members) {
    if (member.standing == picture::Standing::kept_apart) ++kept_apart;
    if (member.standing == picture::Standing::unassessed) ++unassessed;
    if (member.standing == picture::Standing::in_doubt) ++in_doubt;
    if (member.standing != picture::Standing::ranked || shown == members_shown) continue;
    ++shown;
    text += right(std::to_string(shown), 8) + "  " + left(caption(picture, member.person), 36) +
            " harm " + right(days(member.harm), 6) + "   " +
            std::to_string(member.prominence.agreement) + " of " +
            std::to_string(threat::agreement_max) + " measures" + interval(member.prominence) +
            "\n";
    for (const auto& line : member.control)
      text += "            " + threat::control_sentence(line, picture.tables) + "\n";
  }
  const auto more = network.members.size() - shown - kept_apart - unassessed - in_doubt;
  if (more > 0) text += "          and " + std::to_string(more) + " more\n";
  if (in_doubt > 0) {
    text += "          and " + std::to_string(in_doubt) +
            " perhaps in the protection list, not ranked until somebody decides\n";
  }
  if (unassessed > 0)
    text += "          and " + std::to_string(unassessed) + " only named, not ranked\n";
  if (kept_apart > 0)
    text += "          and " + std::to_string(kept_apart) + " in the protection list, not ranked\n";
  return text;
}

std::string standing_sentence(const picture::NetworkMember& member) {
  switch (member.standing) {
    case picture::Standing::kept_apart:
      return "in the protection list, not ranked";
    case picture::Standing::in_doubt:
      return "perhaps somebody in the protection list: not ranked until somebody decides";
    case picture::Standing::unassessed:
      return "only named, not ranked: no record says that they did anything";
    case picture::Standing::ranked:
      break;
  }
  return prominence_sentence(member.prominence);
}

std::string nominal_line(const Picture& picture, std::size_t i) {
  const auto& nominal = picture.nominals[i];
  std::string text = right(std::to_string(i + 1), 3) + right(days(nominal.harm.total), 9) + "  " +
                     left(caption(picture, nominal.person), 36) +
                     right(std::to_string(nominal.harm.terms.size()), 4) + " offences";
  if (!nominal.harm.terms.empty()) text += ", gravest " + nominal.harm.terms.front().offence->title;
  return text + (nominal.is_new ? "  NEW" : "") + "\n";
}

std::string protected_line(const Picture& picture, std::size_t i) {
  const auto& person = picture.protection_list[i];
  std::set<std::string> reasons;
  for (const auto& line : person.lines) reasons.emplace(base::name_of(line.reason));
  return "     " + left(caption(picture, person.person), 40) +
         joined({reasons.begin(), reasons.end()}) +
         (person.is_also_suspect ? "; recorded as suspect too" : "") + "\n";
}

std::string held_back_line(const Picture& picture, std::size_t i) {
  const auto& held = picture.held_back[i];
  std::string text = "     " + left(caption(picture, held.person), 40) + "perhaps ";
  for (std::size_t k = 0; k < held.perhaps.size() && k < 3; ++k)
    text += (k == 0 ? "" : " or ") + caption(picture, held.perhaps[k]);
  return text + "\n";
}

template <class Item>
std::string section(const Picture& picture, const std::string& title,
                    const std::vector<Item>& items, std::size_t top,
                    std::string (*line)(const Picture&, std::size_t)) {
  std::string text = "\n" + title + "\n";
  for (std::size_t i = 0; i < std::min(items.size(), top); ++i) text += line(picture, i);
  if (items.empty()) text += "     none\n";
  if (items.size() > top)
    text +=
        "     and " + base::with_thousands(static_cast<long long>(items.size() - top)) + " more\n";
  return text;
}

std::string term_lines(const Picture& picture, const threat::HarmTerm& term,
                       const std::vector<std::uint32_t>& records, const RowText& row_text) {
  std::string text = right(days(term.harm), 9) + "  " + term.offence->title + ": " +
                     decimal(term.offence->weight) + " days x " +
                     std::string(base::name_of(term.role)) + " " +
                     decimal(term.responsibility_thousandths) + " x recency " +
                     decimal(term.recency_thousandths) + "\n";
  for (auto record : records) {
    text += "             " + picture::describe_record(picture.evidence, record) + "\n";
    text += "             " + row_text(picture, record) + "\n";
  }
  return text;
}

template <class Item>
const Item& at_rank(const std::vector<Item>& items, std::size_t rank, const char* what) {
  if (rank >= 1 && rank <= items.size()) return items[rank - 1];
  throw base::Error(base::Fault::missing, "there is no " + std::string(what) + " of rank " +
                                              std::to_string(rank) + "; the picture has " +
                                              std::to_string(items.size()));
}

}  // namespace

std::string picture_text(const Picture& picture, std::size_t top) {
  const auto& manifest = picture.manifest;
  std::size_t people = 0;
  for (Entity entity = 0; entity < picture.entities.size(); ++entity) {
    people += noun_of(picture.evidence, picture.entities, entity) == model::Noun::person;
  }
  std::string text = marking_of(picture) + "\nThreat picture " + as_at_text(manifest.as_at) + ": " +
                     base::with_thousands(static_cast<long long>(manifest.records)) + " records, " +
                     base::with_thousands(static_cast<long long>(people)) + " people, " +
                     std::to_string(picture.networks.size()) + " networks\n";
  text += section(picture,
                  "NETWORKS by harm (days, Cambridge Crime Harm Index x responsibility x "
                  "recency)\n  #     harm  people",
                  picture.networks, top, network_lines);
  text += "     A place in a network says: " + std::string(threat::prominence_caveat) + ".\n";
  text += section(picture, "NOMINALS by harm\n  #     harm", picture.nominals, top, nominal_line);
  text += section(picture, "PROTECTION LIST (never ranked)", picture.protection_list, top,
                  protected_line);
  text += section(picture,
                  "HELD BACK (perhaps somebody protected: ranked nowhere until somebody decides)",
                  picture.held_back, top, held_back_line);
  if (!picture.notes.empty()) text += "\nNOTES\n";
  for (const auto& note : picture.notes) text += "     " + note + "\n";
  return text + "\nWhy: raptor picture --network 1, raptor picture --nominal 1\n" +
         marking_of(picture) + "\n";
}

std::string network_trace(const Picture& picture, std::size_t rank, const RowText& row_text) {
  const auto& network = at_rank(picture.networks, rank, "network");
  std::string text = marking_of(picture) + "\nNetwork " + std::to_string(rank) + ": " +
                     threat_title(picture, network) + ", harm " + days(network.harm.total) +
                     " days\n\nPeople (" + std::string(threat::prominence_caveat) + ")\n";
  for (const auto& member : network.members) {
    text += "  " + caption(picture, member.person) + "  [" +
            name_of(picture.evidence, picture.entities, member.person) + "]\n";
    text += "      " + standing_sentence(member) + "\n";
    for (const auto& line : member.control) {
      text += "      " + threat::control_sentence(line, picture.tables) + "\n";
      for (auto record : line.records)
        text += "          " + picture::describe_record(picture.evidence, record) + "\n";
    }
  }
  text += "\nHarm, each event once\n";
  for (const auto& term : network.harm.terms)
    text += term_lines(picture, term, picture::records_of(picture, network, term.event), row_text);
  text += "\nWhat joins them\n";
  for (auto i : network.ties) {
    const auto& tie = picture.ties[i];
    text += "  " + caption(picture, tie.left) + " and " + caption(picture, tie.right) + ": " +
            std::string(base::name_of(tie.kind)) + ", " + day(tie.when) + "\n      " +
            picture::describe_record(picture.evidence, tie.record) + "\n      " +
            row_text(picture, tie.record) + "\n";
  }
  return text + marking_of(picture) + "\n";
}

std::string nominal_trace(const Picture& picture, std::size_t rank, const RowText& row_text) {
  const auto& nominal = at_rank(picture.nominals, rank, "nominal");
  std::string text = marking_of(picture) + "\nNominal " + std::to_string(rank) + ": " +
                     caption(picture, nominal.person) + "  [" +
                     name_of(picture.evidence, picture.entities, nominal.person) + "]\nharm " +
                     days(nominal.harm.total) + " days, the sum of\n";
  for (const auto& term : nominal.harm.terms) {
    text += term_lines(picture, term, picture::records_of(picture, nominal.person, term.event),
                       row_text);
  }
  for (auto network : nominal.networks)
    text += "Member of network " + std::to_string(network + 1) + "\n";
  return text + marking_of(picture) + "\n";
}

}  // namespace raptor
