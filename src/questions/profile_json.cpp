#include "questions/corrections.hpp"
#include "questions/detail/writing.hpp"
#include "questions/marking.hpp"
#include "questions/network_name.hpp"
#include "questions/profile.hpp"

namespace questions {

namespace {

class ProfileWriter {
 public:
  ProfileWriter(const Index& index, const Profile& profile)
      : index_(index), tables_(index.picture().tables), profile_(profile), writing_(index) {}

  Json write() const {
    Json json;
    json["marking"] = marking_json(profile_.label);
    json.update(writing_.who(profile_.of));
    json["caption"] = profile_.caption;
    if (profile_.as_at) json["as_at"] = to_string(*profile_.as_at);
    json["attributes"] = attributes();
    json["set_aside"] = corrections(profile_.set_aside);
    json["linked"] = Json::object();
    for (const auto& group : profile_.linked)
      json["linked"][std::string(base::name_of(group.noun))] = linked(group);
    json["associates"] = linked(profile_.associates);
    json["roles"] = Json::object();
    for (const auto& [role, count] : profile_.roles)
      json["roles"][std::string(base::name_of(role))] = count;
    json["events"] = events();
    if (index_.is_person(profile_.of)) add_standing(json);
    json["gaps"] = profile_.gaps;
    json["notes"] = profile_.notes;
    return json;
  }

 private:
  Json corrections(const std::vector<std::size_t>& positions) const {
    Json list = Json::array();
    for (auto position : positions)
      list.push_back(correction_json(index_.picture().evidence.corrections[position].correction));
    return list;
  }

  Json attributes() const {
    Json json = Json::object();
    for (const auto& attribute : profile_.attributes) {
      Json values = Json::array();
      for (const auto& value : attribute.values) {
        Json each = {{"value", value.text}, {"count", value.count}};
        writing_.add_times(each, value.first, value.last);
        writing_.add_records(each, value.records);
        if (!value.corrections.empty()) each["corrections"] = corrections(value.corrections);
        values.push_back(std::move(each));
      }
      json[std::string(base::name_of(attribute.attribute))] = std::move(values);
    }
    return json;
  }

  Json linked(const LinkedGroup& group) const {
    Json list = Json::array();
    for (const auto& link : group.links) {
      Json each = writing_.who(link.to);
      each["link"] = to_json(index_, link);
      list.push_back(std::move(each));
    }
    return {{"count", group.count}, {"shown", std::move(list)}};
  }

  Json events() const {
    Json list = Json::array();
    for (const auto& event : profile_.events) {
      Json each = writing_.who(event.link.to);
      if (!event.offence.empty()) {
        const auto* offence = tables_.offence(event.offence);
        each["offence"] = event.offence;
        each["offence_title"] = offence == nullptr ? std::string(event.offence) : offence->title;
      }
      each["statuses"] = event.statuses;
      if (event.place) each["place"] = writing_.who(*event.place);
      each["link"] = to_json(index_, event.link);
      list.push_back(std::move(each));
    }
    return {{"count", profile_.event_count}, {"shown", std::move(list)}};
  }

  void add_standing(Json& json) const {
    json["harm_days"] = days_of(profile_.harm);
    json["harm_reasons"] = Json::array();
    for (const auto& line : profile_.harm_lines) {
      Json each = writing_.harm_term(line.term);
      writing_.add_records(each, line.records);
      json["harm_reasons"].push_back(std::move(each));
    }
    json["is_also_suspect"] = profile_.is_also_suspect;
    json["protection"] = Json::array();
    for (const auto& line : profile_.protection) {
      Json each = {{"reason", base::name_of(line.reason)}};
      writing_.add_records(each, line.records);
      json["protection"].push_back(std::move(each));
    }
    if (profile_.nominal) json["nominal_rank"] = *profile_.nominal + 1;
    json["perhaps_protected"] = writing_.people(profile_.perhaps_protected);
    json["networks"] = Json::array();
    for (const auto& line : profile_.networks) json["networks"].push_back(network(line));
    json["perhaps_same_as"] = writing_.people(profile_.doubts);
  }

  Json network(const NetworkLine& line) const {
    Json json;
    json["network"] = network_name(index_, line.network);
    json["rank"] = line.network + 1;
    json["standing"] = base::name_of(line.standing);
    if (!line.place) return json;
    json["place"] = *line.place;
    json["prominence"] = line.prominence;
    json["prominence_caveat"] = threat::prominence_caveat;
    json["control"] = Json::array();
    for (const auto& control : line.control) json["control"].push_back(to_json(index_, control));
    return json;
  }

  const Index& index_;
  const threat::Tables& tables_;
  const Profile& profile_;
  Writing writing_;
};

}  // namespace

nlohmann::ordered_json to_json(const Index& index, const ControlSaying& control) {
  Json json = {{"evidence", base::name_of(control.evidence)},
               {"says", control.says},
               {"count", control.count}};
  Writing(index).add_records(json, control.records);
  return json;
}

nlohmann::ordered_json to_json(const Index& index, const Profile& profile) {
  return ProfileWriter(index, profile).write();
}

}  // namespace questions
