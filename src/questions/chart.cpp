#include "questions/chart.hpp"

#include <algorithm>

#include "questions/detail/writing.hpp"

namespace questions {

namespace {

template <class T>
bool is_among(const std::vector<T>& allowed, T value) {
  return allowed.empty() || std::find(allowed.begin(), allowed.end(), value) != allowed.end();
}

void extend(ChartLink& link, std::optional<base::Seconds> when) {
  if (!when) return;
  link.first = link.first ? std::min(*link.first, *when) : *when;
  link.last = link.last ? std::max(*link.last, *when) : *when;
}

class Joining {
 public:
  Joining(const Index& index, const LinkFilter& filter, Entity from, Entity to)
      : index_(index),
        evidence_(index.picture().evidence),
        filter_(filter),
        link_{from, to, {}, LinkStrength::tentative, 0, {}, {}, {}} {}

  std::optional<ChartLink> join(Sources& sources) {
    if (filter_.records) {
      add_stated(link_.from, link_.to, false);
      if (link_.from != link_.to) add_stated(link_.to, link_.from, true);
    }
    if (filter_.ties && index_.is_person(link_.from) && index_.is_person(link_.to)) add_ties();
    if (link_.sayings.empty()) return {};
    link_.records = sources.cite(std::move(records_));
    return std::move(link_);
  }

 private:
  void add_record(std::uint32_t record, std::optional<base::Seconds> when) {
    records_.push_back(record);
    link_.strength = std::min(link_.strength, strength_of_grade(evidence_.records[record].grading));
    extend(link_, when);
  }

  void add_stated(Entity from, Entity to, bool is_reversed) {
    const auto& links = index_.picture().links;
    const auto outgoing = links.from(from);
    auto link = std::lower_bound(outgoing.begin(), outgoing.end(), to,
                                 [](const auto& each, Entity key) { return each.to < key; });
    for (; link != outgoing.end() && link->to == to; ++link) {
      if (!filter_.allows(link->role)) continue;
      std::size_t count = 0;
      for (auto source : links.sources_of(*link)) {
        if (!holds_source(filter_.window, evidence_, source)) continue;
        ++count;
        const auto& stated = evidence_.links[source];
        add_record(picture::record_of(evidence_, stated), picture::time_of(evidence_, stated));
      }
      if (count > 0)
        link_.sayings.push_back({base::name_of(link->role), false, is_reversed, count});
    }
  }

  void add_ties() {
    const auto* pair = index_.pair(link_.from, link_.to);
    if (pair == nullptr) return;
    for (const auto& tie : index_.ties(*pair)) {
      if (!filter_.allows(tie.kind) || !holds_tie(filter_.window, evidence_, tie)) continue;
      const auto says = base::name_of(tie.kind);
      if (link_.sayings.empty() || !link_.sayings.back().is_tie ||
          link_.sayings.back().says != says)
        link_.sayings.push_back({says, true, false, 0});
      ++link_.sayings.back().count;
      link_.weight += tie.strength;
      add_record(tie.record, tie.when);
    }
  }

  const Index& index_;
  const model::Evidence& evidence_;
  const LinkFilter& filter_;
  ChartLink link_;
  std::vector<std::uint32_t> records_;
};

}  // namespace

bool LinkFilter::allows(model::LinkRole role) const { return is_among(roles, role); }
bool LinkFilter::allows(model::TieKind kind) const { return is_among(kinds, kind); }

std::optional<ChartLink> link_between(const Index& index, Entity from, Entity to,
                                      const LinkFilter& filter, Sources& sources) {
  return Joining(index, filter, from, to).join(sources);
}

nlohmann::ordered_json to_json(const Index& index, const ChartLink& link) {
  const Writing writing(index);
  Json sayings = Json::array();
  for (const auto& saying : link.sayings) {
    sayings.push_back({{"says", saying.says},
                       {"is_tie", saying.is_tie},
                       {"is_reversed", saying.is_reversed},
                       {"count", saying.count}});
  }
  Json json = {{"from", index.name(link.from)},
               {"to", index.name(link.to)},
               {"sayings", std::move(sayings)},
               {"strength", base::name_of(link.strength)}};
  if (link.weight > 0) json["weight"] = link.weight;
  writing.add_times(json, link.first, link.last);
  writing.add_records(json, link.records);
  return json;
}

}  // namespace questions
