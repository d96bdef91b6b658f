#include "questions/detail/stated.hpp"

#include <algorithm>
#include <map>

namespace questions {

using model::Attribute;
using model::Noun;

namespace {

constexpr std::size_t values_per_attribute_max = 50;
constexpr base::Seconds a_day = 86400, old_after = 365 * a_day;

struct Gathered {
  std::size_t count = 0;
  std::optional<base::Seconds> first, last;
  std::vector<std::uint32_t> records;
  std::vector<std::size_t> corrections;
};

bool is_part_of_name(Attribute attribute) {
  return attribute == Attribute::given_name || attribute == Attribute::family_name;
}

// Calls body with the position of each correction of the mention.
template <class Body>
void for_each_correction(const model::Evidence& evidence, const model::Mention& mention,
                         Body body) {
  for (const auto& applied : evidence.corrections_of(mention.record)) {
    if (applied.correction.value.mention.slot == evidence.texts[mention.slot])
      body(static_cast<std::size_t>(&applied - evidence.corrections.data()), applied.correction);
  }
}

class Stating {
 public:
  Stating(const Index& index, const Window& window)
      : evidence_(index.picture().evidence), window_(window) {}

  void add(const model::Mention& mention) {
    const auto& record = evidence_.records[mention.record];
    if (!holds(window_, record)) return;
    when_ = picture::time_of(record);
    record_ = mention.record;
    for (const auto& value : evidence_.values_of(mention)) {
      if (!is_part_of_name(value.attribute))
        add(value.attribute, std::string(evidence_.text(value)));
    }
    add_name(mention);
    for_each_correction(evidence_, mention, [&](auto position, const auto& correction) {
      if (correction.remedy == model::Remedy::replace) note(mention, position, correction);
    });
  }

  std::vector<StatedAttribute> take(Sources& sources) {
    std::vector<StatedAttribute> all;
    for (auto& [attribute, texts] : gathered_) {
      StatedAttribute stated{attribute, {}};
      for (auto& [text, gathered] : texts) {
        stated.values.push_back({text, gathered.count, gathered.first, gathered.last,
                                 sources.cite(std::move(gathered.records)),
                                 std::move(gathered.corrections)});
      }
      std::stable_sort(stated.values.begin(), stated.values.end(),
                       [](const auto& a, const auto& b) { return a.count > b.count; });
      if (stated.values.size() > values_per_attribute_max)
        stated.values.resize(values_per_attribute_max);
      all.push_back(std::move(stated));
    }
    return all;
  }

 private:
  std::string name_in_parts(const model::Mention& mention) const {
    std::string name(evidence_.first(mention, Attribute::given_name));
    const auto family = evidence_.first(mention, Attribute::family_name);
    if (!name.empty() && !family.empty()) name += ' ';
    return name += family;
  }

  void add_name(const model::Mention& mention) {
    if (const auto name = name_in_parts(mention); !name.empty()) add(Attribute::name, name);
  }

  void note(const model::Mention& mention, std::size_t position,
            const model::Correction& correction) {
    const auto attribute = correction.value.attribute;
    if (is_part_of_name(attribute))
      gathered_[Attribute::name][name_in_parts(mention)].corrections.push_back(position);
    else
      gathered_[attribute][correction.becomes].corrections.push_back(position);
  }

  void add(Attribute attribute, const std::string& text) {
    auto& gathered = gathered_[attribute][text];
    ++gathered.count;
    gathered.records.push_back(record_);
    if (!when_) return;
    gathered.first = std::min(gathered.first.value_or(*when_), *when_);
    gathered.last = std::max(gathered.last.value_or(*when_), *when_);
  }

  const model::Evidence& evidence_;
  const Window& window_;
  std::map<Attribute, std::map<std::string, Gathered>> gathered_;
  std::optional<base::Seconds> when_;
  std::uint32_t record_ = 0;
};

std::string day_of(base::Seconds time) { return base::to_string_utc(time).substr(0, 10); }

// "no phone is recorded", or since when no other was.
void add_gap(const Profile& profile, std::initializer_list<Noun> nouns, const std::string& what,
             base::Seconds now, std::vector<std::string>& gaps) {
  bool is_known = false;
  std::optional<base::Seconds> last;
  for (const auto& group : profile.linked) {
    if (std::find(nouns.begin(), nouns.end(), group.noun) == nouns.end()) continue;
    is_known = true;
    for (const auto& link : group.links) last = std::max(last, link.last);
  }
  if (!is_known)
    gaps.push_back("no " + what + " is recorded");
  else if (last && *last < now - old_after)
    gaps.push_back("no " + what + " is recorded since " + day_of(*last));
}

}  // namespace

std::vector<StatedAttribute> stated_of(const Index& index, Entity entity, const Window& window,
                                       Sources& sources) {
  const auto& picture = index.picture();
  Stating stating(index, window);
  for (auto mention : picture.entities.mentions(entity))
    stating.add(picture.evidence.mentions[mention]);
  return stating.take(sources);
}

std::vector<std::size_t> set_aside_of(const Index& index, Entity entity, const Window& window) {
  const auto& evidence = index.picture().evidence;
  std::vector<std::size_t> positions;
  for (auto number : index.picture().entities.mentions(entity)) {
    const auto& mention = evidence.mentions[number];
    if (!holds(window, evidence.records[mention.record])) continue;
    for_each_correction(evidence, mention, [&](auto position, const auto& correction) {
      if (correction.remedy == model::Remedy::ignore) positions.push_back(position);
    });
  }
  return positions;
}

const std::vector<StatedValue>& values_of(const std::vector<StatedAttribute>& attributes,
                                          Attribute attribute) {
  static const std::vector<StatedValue> none;
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const auto& each) { return each.attribute == attribute; });
  return found == attributes.end() ? none : found->values;
}

std::vector<std::string> gaps_of(const Index& index, const Profile& profile, base::Seconds now) {
  std::vector<std::string> gaps;
  if (!index.is_person(profile.of)) return gaps;
  const auto births = values_of(profile.attributes, Attribute::date_of_birth).size();
  if (births == 0) gaps.push_back("no date of birth is recorded");
  if (births > 1)
    gaps.push_back("records give " + std::to_string(births) + " different dates of birth");
  if (values_of(profile.attributes, Attribute::name).empty()) gaps.push_back("no name is recorded");
  add_gap(profile, {Noun::address}, "address", now, gaps);
  add_gap(profile, {Noun::phone, Noun::email, Noun::handle}, "phone or online account", now, gaps);
  add_gap(profile, {Noun::vehicle}, "vehicle", now, gaps);
  add_gap(profile, {Noun::account}, "bank account", now, gaps);
  if (profile.events.empty()) {
    gaps.push_back("no event is recorded");
  } else if (const auto last = profile.events.front().link.last; last && *last < now - old_after) {
    gaps.push_back("no event is recorded since " + day_of(*last));
  }
  return gaps;
}

}  // namespace questions
