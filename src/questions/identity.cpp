#include "questions/identity.hpp"

#include <algorithm>
#include <set>

#include "questions/detail/writing.hpp"
#include "questions/marking.hpp"

namespace questions {

namespace {

IdentityAnswer cited(const Index& index, picture::Identity identity) {
  IdentityAnswer answer{std::move(identity), {}, {}};
  Sources sources(index);
  for (const auto& row : answer.identity.rows) {
    std::vector<std::uint32_t> records;
    for (auto mention : row.mentions)
      records.push_back(index.picture().evidence.mentions[mention].record);
    answer.records.push_back(sources.cite(std::move(records)));
    sources.use_entity(row.person);
  }
  answer.label = sources.label();
  return answer;
}

Json stated(const model::Evidence& evidence, const picture::IdentityRow& row,
            std::initializer_list<model::Attribute> attributes) {
  std::set<std::string_view> texts;
  for (auto mention : row.mentions) {
    for (const auto& value : evidence.values_of(evidence.mentions[mention])) {
      if (std::find(attributes.begin(), attributes.end(), value.attribute) != attributes.end())
        texts.insert(evidence.text(value));
    }
  }
  return texts;
}

Json row_json(const Index& index, const picture::IdentityRow& row, const Citations& records) {
  using model::Attribute;
  const auto& evidence = index.picture().evidence;
  const auto& mention = evidence.mentions[row.mentions.front()];
  const auto& record = evidence.records[mention.record];
  Json json;
  json["mention"] = to_string(record.reference) + "-" + std::string(evidence.texts[mention.slot]);
  json["entity"] = index.name(row.person);
  json["source"] = evidence.sources[record.source].source;
  json["force"] = evidence.sources[record.source].force;
  json["names"] =
      stated(evidence, row,
             {Attribute::name, Attribute::given_name, Attribute::family_name, Attribute::alias});
  json["births"] = stated(evidence, row, {Attribute::date_of_birth});
  Writing(index).add_records(json, records);
  return json;
}

Json link_json(const picture::IdentityLink& link) {
  Json json;
  json["left"] = link.left;
  json["right"] = link.right;
  json["prior"] = link.prior;
  json["bits"] = link.bits;
  json["probability"] = link.probability;
  json["reasons"] = Json::array();
  for (const auto& reason : link.reasons) {
    Json written;
    written["compared"] = reason.compared;
    written["finding"] = reason.finding;
    written["bits"] = reason.bits;
    json["reasons"].push_back(std::move(written));
  }
  return json;
}

}  // namespace

IdentityAnswer identity(const Index& index, Entity person, const resolve::Model& model) {
  return cited(index, picture::identity_of(index.picture(), person, model));
}

IdentityAnswer compare(const Index& index, Entity left, Entity right, const resolve::Model& model) {
  return cited(index, picture::compare(index.picture(), left, right, model));
}

Json to_json(const Index& index, const IdentityAnswer& answer) {
  Json json;
  json["row_count"] = answer.identity.row_count;
  json["rows"] = Json::array();
  for (std::size_t i = 0; i < answer.identity.rows.size(); ++i)
    json["rows"].push_back(row_json(index, answer.identity.rows[i], answer.records[i]));
  json["links"] = Json::array();
  for (const auto& link : answer.identity.links) json["links"].push_back(link_json(link));
  json["marking"] = marking_json(answer.label);
  return json;
}

}  // namespace questions
