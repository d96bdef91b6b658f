#include "gallery/search_material.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "base/text.hpp"
#include "resolve/identifier.hpp"

namespace gallery {

using model::Attribute;
using model::LinkRole;
using model::Mention;
using model::Noun;
using picture::Entity;
using picture::Picture;
using search::IdentifierKind;
using search::Subject;

namespace {

bool is_looked_for(Noun noun) {
  return noun != Noun::call && noun != Noun::payment && noun != Noun::place;
}

std::optional<IdentifierKind> kind_of_number(Noun noun) {
  switch (noun) {
    case Noun::phone:
      return IdentifierKind::phone;
    case Noun::vehicle:
      return IdentifierKind::vehicle;
    case Noun::account:
      return IdentifierKind::account;
    case Noun::document:
      return IdentifierKind::document;
    case Noun::email:
      return IdentifierKind::email;
    case Noun::handle:
      return IdentifierKind::handle;
    default:
      return {};
  }
}

std::string canonical(IdentifierKind kind, std::string_view written, resolve::PhoneForms& phones) {
  switch (kind) {
    case IdentifierKind::phone:
      return phones.of(written);
    case IdentifierKind::vehicle:
      return resolve::canonical_vehicle(written);
    case IdentifierKind::account:
      return resolve::canonical_account(written);
    case IdentifierKind::email:
      return resolve::canonical_email(written);
    case IdentifierKind::handle:
      return resolve::canonical_handle(written);
    case IdentifierKind::postcode:
      return resolve::canonical_postcode(written);
    default:
      return base::fold_tight(written);
  }
}

bool is_theirs(LinkRole role) {
  return role == LinkRole::uses || role == LinkRole::keeper_of || role == LinkRole::holds ||
         role == LinkRole::lives_at || role == LinkRole::controls;
}

// Gathers the distinct words of one subject, in order.
class Gathering {
 public:
  Gathering(const Picture& picture, Entity entity, resolve::PhoneForms& phones)
      : picture_(picture), entity_(entity), phones_(phones) {}

  Subject run() {
    subject_.id = entity_;
    subject_.key = picture::name_of(picture_.evidence, picture_.entities, entity_);
    subject_.noun = picture::noun_of(picture_.evidence, picture_.entities, entity_);
    for (auto mention : picture_.entities.mentions(entity_)) add_own(mention);
    if (subject_.noun == Noun::person || subject_.noun == Noun::organisation) {
      for (const auto& link : picture_.links.from(entity_)) {
        if (!is_theirs(link.role)) continue;
        for (auto mention : picture_.entities.mentions(link.to))
          add_object(picture_.evidence.mentions[mention]);
      }
    }
    fill();
    return std::move(subject_);
  }

 private:
  void add_own(std::uint32_t number) {
    const auto& evidence = picture_.evidence;
    const auto& mention = evidence.mentions[number];
    const auto& record = evidence.records[mention.record];
    records_.insert(mention.record);
    if (const auto& force = evidence.sources[record.source].force; !force.empty())
      forces_.insert(force);
    if (const auto when = record.happened ? record.happened : record.recorded) {
      subject_.first = std::min(subject_.first.value_or(*when), *when);
      subject_.last = std::max(subject_.last.value_or(*when), *when);
    }
    add_names(mention);
    add_object(mention);
    const auto birth = base::parse_date(evidence.first(mention, Attribute::date_of_birth),
                                        base::DateOrder::year_month_day);
    if (birth) births_.insert(*birth);
    if (const auto reference = evidence.first(mention, Attribute::reference); !reference.empty())
      identifiers_.insert(
          {IdentifierKind::reference, base::fold_tight(reference), std::string(reference)});
  }

  void add_names(const Mention& mention) {
    const auto& evidence = picture_.evidence;
    const auto given = evidence.first(mention, Attribute::given_name);
    const auto family = evidence.first(mention, Attribute::family_name);
    if (!given.empty() || !family.empty()) {
      names_.insert({base::trim(std::string(given) + ' ' + std::string(family)), given, family});
    }
    for (const auto& value : evidence.values_of(mention)) {
      if (value.attribute == Attribute::name || value.attribute == Attribute::alias)
        names_.insert({evidence.text(value), {}, {}});
    }
  }

  void add_object(const Mention& mention) {
    const auto& evidence = picture_.evidence;
    const auto kind = kind_of_number(mention.noun);
    for (const auto& value : evidence.values_of(mention)) {
      const auto text = evidence.text(value);
      if (value.attribute == Attribute::number && kind)
        identifiers_.insert({*kind, canonical(*kind, text, phones_), std::string(text)});
      if (value.attribute == Attribute::postcode)
        identifiers_.insert({IdentifierKind::postcode,
                             canonical(IdentifierKind::postcode, text, phones_),
                             std::string(text)});
      if (value.attribute == Attribute::line || value.attribute == Attribute::town)
        places_.emplace(text);
    }
  }

  void fill() {
    for (const auto& [written, given, family] : names_)
      subject_.names.push_back({std::string(written), std::string(given), std::string(family)});
    subject_.births.assign(births_.begin(), births_.end());
    for (const auto& [kind, form, written] : identifiers_) {
      const bool is_known = !subject_.identifiers.empty() &&
                            subject_.identifiers.back().kind == kind &&
                            subject_.identifiers.back().canonical == form;
      if (!form.empty() && !is_known) subject_.identifiers.push_back({kind, form, written});
    }
    subject_.places.assign(places_.begin(), places_.end());
    subject_.forces.assign(forces_.begin(), forces_.end());
    subject_.records = static_cast<std::uint32_t>(records_.size());
  }

  struct NameParts {
    std::string written;
    std::string_view given, family;
    NameParts(std::string_view whole, std::string_view first, std::string_view last)
        : written(whole), given(first), family(last) {}
    auto operator<=>(const NameParts&) const = default;
  };

  const Picture& picture_;
  const Entity entity_;
  resolve::PhoneForms& phones_;
  Subject subject_;
  std::set<NameParts> names_;
  std::set<base::Date> births_;
  std::set<std::tuple<IdentifierKind, std::string, std::string>> identifiers_;
  std::set<std::string> places_, forces_;
  std::set<std::uint32_t> records_;
};

}  // namespace

std::vector<Subject> subjects_of(const Picture& picture, resolve::PhoneForms& phones) {
  std::vector<bool> is_protected(picture.entities.size());
  for (const auto& person : picture.protection_list) is_protected[person.person] = true;
  std::vector<Subject> subjects;
  for (Entity entity = 0; entity < picture.entities.size(); ++entity) {
    if (!is_looked_for(picture::noun_of(picture.evidence, picture.entities, entity))) continue;
    subjects.push_back(Gathering(picture, entity, phones).run());
    subjects.back().is_protected = is_protected[entity];
  }
  return subjects;
}

std::vector<search::Passage> passages_of(const Picture& picture) {
  const auto& evidence = picture.evidence;
  std::vector<search::Passage> passages;
  for (const auto& mention : evidence.mentions) {
    const auto text = evidence.first(mention, Attribute::text);
    if (text.empty() || mention.noun == Noun::payment) continue;
    const auto& record = evidence.records[mention.record];
    if (!passages.empty() && passages.back().record == mention.record) continue;
    passages.push_back({.record = mention.record,
                        .key = to_string(record.reference),
                        .title = evidence.first(mention, Attribute::title),
                        .text = text,
                        .force = evidence.sources[record.source].force,
                        .when = record.happened ? record.happened : record.recorded});
  }
  return passages;
}

}  // namespace gallery
