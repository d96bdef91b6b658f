#include "questions/profile.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "questions/chart.hpp"
#include "questions/detail/writing.hpp"
#include "threat/prominence.hpp"

namespace questions {

using model::Attribute;
using model::LinkRole;
using model::Noun;

namespace {

constexpr std::size_t associates_max = 50;

bool is_event(Noun noun) {
  return noun >= Noun::crime && noun != Noun::call && noun != Noun::payment;
}

// What the mentions of one entity state, value by value, with the records that do.
class Stated {
 public:
  Stated(const Index& index, Entity entity, const Window& window) {
    const auto& picture = index.picture();
    for (auto number : picture.entities.mentions(entity)) {
      const auto& mention = picture.evidence.mentions[number];
      if (!holds(window, picture.evidence.records[mention.record])) continue;
      for (const auto& value : picture.evidence.values_of(mention)) {
        values_[value.attribute][std::string(picture.evidence.text(value))].push_back(
            mention.record);
      }
    }
  }

  Json lines(const Writing& writing, Sources& sources, std::set<Attribute> attributes) const {
    std::vector<std::tuple<std::size_t, std::string, Attribute, std::vector<std::uint32_t>>> order;
    for (const auto& [attribute, texts] : values_) {
      if (!attributes.contains(attribute)) continue;
      for (const auto& [text, records] : texts)
        order.emplace_back(records.size(), text, attribute, records);
    }
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
      return std::get<0>(a) != std::get<0>(b) ? std::get<0>(a) > std::get<0>(b)
                                              : std::get<1>(a) < std::get<1>(b);
    });
    Json lines = Json::array();
    for (auto& [count, text, attribute, records] : order) {
      Json line{{"attribute", base::name_of(attribute)}, {"text", text}};
      writing.add_records(line, sources.cite(records));
      lines.push_back(std::move(line));
    }
    return lines;
  }

  bool has(Attribute attribute) const { return values_.count(attribute) != 0; }

 private:
  std::map<Attribute, std::map<std::string, std::vector<std::uint32_t>>> values_;
};

class Profile {
 public:
  Profile(const Index& index, Entity entity, const Window& window)
      : index_(index),
        picture_(index.picture()),
        entity_(entity),
        window_(window),
        writing_(index),
        sources_(index) {}

  Answer run() {
    const Stated stated(index_, entity_, window_);
    Json body = writing_.who(entity_);
    body["names"] = stated.lines(
        writing_, sources_,
        {Attribute::name, Attribute::given_name, Attribute::family_name, Attribute::alias});
    body["births"] = stated.lines(writing_, sources_, {Attribute::date_of_birth});
    body["stated"] = stated.lines(
        writing_, sources_,
        {Attribute::sex, Attribute::number, Attribute::line, Attribute::town, Attribute::postcode,
         Attribute::birth_place, Attribute::occupation, Attribute::kind, Attribute::offence,
         Attribute::threat_type, Attribute::status, Attribute::reference, Attribute::title});
    body["things"] = links([&](Noun noun) { return !is_event(noun) && noun != Noun::person; });
    body["events"] = links(is_event);
    body["associates"] = associates();
    add_standing(body);
    body["gaps"] = gaps(stated);
    return {std::move(body), sources_.label(), records_};
  }

 private:
  template <class Wanted>
  Json links(Wanted wanted) {
    struct Line {
      std::optional<base::Seconds> last;
      Json json;
    };
    std::vector<Line> lines;
    const auto add = [&](const picture::EntityLink& link, Entity other) {
      if (!wanted(index_.noun(other))) return;
      std::vector<std::uint32_t> records;
      for (auto source : picture_.links.sources_of(link)) {
        if (!holds_source(window_, picture_.evidence, source)) continue;
        records.push_back(picture_.evidence.mentions[picture_.evidence.links[source].from].record);
      }
      if (records.empty()) return;
      Json line = writing_.who(other);
      line["role"] = base::name_of(link.role);
      if (const auto offence = index_.offence(other); !offence.empty()) line["offence"] = offence;
      writing_.add_times(line, link.first, link.last);
      const auto cited = sources_.cite(std::move(records));
      records_ += cited.records.size();
      writing_.add_records(line, cited);
      lines.push_back({link.last, std::move(line)});
    };
    for (const auto& link : picture_.links.from(entity_)) add(link, link.to);
    for (auto position : picture_.links.to(entity_)) {
      const auto& link = picture_.links.links[position];
      add(link, link.from);
    }
    std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) {
      return a.last.value_or(0) > b.last.value_or(0);
    });
    constexpr std::size_t shown_max = 200;
    Json json = Json::array();
    for (std::size_t i = 0; i < std::min(shown_max, lines.size()); ++i)
      json.push_back(std::move(lines[i].json));
    return json;
  }

  Json associates() {
    std::vector<const Contact*> order;
    for (const auto& contact : index_.contacts(entity_)) order.push_back(&contact);
    std::stable_sort(order.begin(), order.end(), [&](const auto* a, const auto* b) {
      return index_.pairs()[a->pair].strength > index_.pairs()[b->pair].strength;
    });
    Json json = Json::array();
    for (const auto* contact : order) {
      if (json.size() == associates_max) break;
      const auto link = link_between(index_, entity_, contact->person,
                                     {.records = false, .window = window_}, sources_);
      if (link) json.push_back(to_json(index_, *link));
    }
    return json;
  }

  void add_standing(Json& body) {
    if (!index_.is_person(entity_)) return;
    body["networks"] = Json::array();
    for (auto network : index_.networks(entity_)) body["networks"].push_back(membership(network));
    if (const auto at = index_.nominal(entity_)) body["harm"] = harm(*at);
    if (const auto at = index_.protection(entity_)) body["protection"] = protection(*at);
    body["is_held_back"] = index_.held_back(entity_).has_value();
    body["doubts"] = Json::array();
    for (auto other : index_.doubts(entity_)) {
      body["doubts"].push_back(writing_.who(other));
      for (auto mention : picture_.entities.mentions(other))
        sources_.use(picture_.evidence.mentions[mention].record);
    }
  }

  Json membership(std::uint32_t number) {
    const auto& network = picture_.networks[number];
    for (const auto& member : network.members) {
      if (member.person != entity_) continue;
      Json json{{"rank", number + 1},
                {"people", network.members.size()},
                {"standing", base::name_of(member.standing)}};
      if (member.standing != picture::Standing::ranked) return json;
      json["prominence"] = threat::prominence_sentence(member.prominence);
      json["control"] = Json::array();
      for (const auto& line : member.control) {
        Json each{{"evidence", base::name_of(line.evidence)},
                  {"says", threat::control_sentence(line, picture_.tables)}};
        writing_.add_records(each, sources_.cite(line.records));
        json["control"].push_back(std::move(each));
      }
      return json;
    }
    return {};
  }

  Json harm(std::size_t position) {
    const auto& nominal = picture_.nominals[position];
    Json terms = Json::array();
    for (const auto& term : nominal.harm.terms) {
      Json line{{"offence", term.offence->title},
                {"role", base::name_of(term.role)},
                {"weight_days", days_of(term.offence->weight)},
                {"responsibility", static_cast<double>(term.responsibility_thousandths) / 1000},
                {"recency", static_cast<double>(term.recency_thousandths) / 1000},
                {"harm_days", days_of(term.harm)}};
      writing_.add_records(line, sources_.cite(picture::records_of(picture_, entity_, term.event)));
      terms.push_back(std::move(line));
    }
    return {{"rank", position + 1},
            {"harm_days", days_of(nominal.harm.total)},
            {"terms", std::move(terms)}};
  }

  Json protection(std::size_t position) {
    const auto& person = picture_.protection_list[position];
    Json lines = Json::array();
    for (const auto& line : person.lines) {
      Json each{{"reason", base::name_of(line.reason)}};
      writing_.add_records(each, sources_.cite({line.record}));
      lines.push_back(std::move(each));
    }
    return {{"is_also_suspect", person.is_also_suspect}, {"lines", std::move(lines)}};
  }

  Json gaps(const Stated& stated) const {
    Json gaps = Json::array();
    if (!index_.is_person(entity_)) return gaps;
    if (!stated.has(Attribute::date_of_birth)) gaps.push_back("no date of birth");
    const auto has_link = [&](LinkRole role) {
      const auto from = picture_.links.from(entity_);
      return std::any_of(from.begin(), from.end(),
                         [&](const auto& link) { return link.role == role; });
    };
    if (!has_link(LinkRole::lives_at)) gaps.push_back("no address");
    if (!has_link(LinkRole::uses)) gaps.push_back("no phone, email or vehicle in use");
    if (index_.contacts(entity_).empty()) gaps.push_back("no recorded associate");
    return gaps;
  }

  const Index& index_;
  const picture::Picture& picture_;
  const Entity entity_;
  const Window& window_;
  const Writing writing_;
  Sources sources_;
  std::size_t records_ = 0;
};

}  // namespace

Answer profile(const Index& index, Entity entity, std::optional<base::Date> day) {
  const auto window = day ? as_at(*day) : Window{};
  auto answer = Profile(index, entity, window).run();
  if (day) answer.body["as_at"] = to_string(*day);
  return answer;
}

}  // namespace questions
