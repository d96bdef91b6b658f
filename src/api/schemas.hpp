#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/enum_names.hpp"
#include "http/router.hpp"
#include "http/schema.hpp"

namespace api {

// Pieces that the schemas of replies are made of. What a reply holds is ours, so it is as long as
// it is: the lengths of requests are checked, those of replies are not worth a limit.

constexpr auto optional = http::Need::optional;

http::Schema words(std::string_view description = {});
http::Schema many(http::Schema items, std::string_view description = {});
http::Schema how_many(std::string_view description = {});

template <class Enum>
http::Schema any_of(std::string_view description = {}) {
  const auto& names = base::EnumNames<Enum>::names;
  return http::one_of({names.begin(), names.end()}, description);
}

/// For filters of requests: some of the names.
template <class Enum>
http::Schema some_of(std::string_view description) {
  return http::list_of(any_of<Enum>(), {.min = 0, .max = base::EnumNames<Enum>::names.size()},
                       description);
}

/// Properties in a row; what stands later comes later.
std::vector<http::Property> joined(std::vector<http::Property> first,
                                   const std::vector<http::Property>& more);

/// {"entity", "caption", "noun"} and "is_protected" of people, with more beside them.
http::Schema entity_with(const std::vector<http::Property>& more,
                         std::string_view description = {});

/// {"count", "shown"}: the first of a list, and how many there are of all.
http::Schema first_of(http::Schema items, std::string_view description = {});

/// {"count", "position", NAME, "next_cursor", "marking"}: a page of a list.
http::Schema page_of(const std::string& name, http::Schema items,
                     const std::vector<http::Property>& more = {});

/// {"records", "record_count"}: what a line rests on.
std::vector<http::Property> with_records(const std::vector<http::Property>& properties);

/// {"first", "last"}, where anything is dated.
std::vector<http::Property> with_times(const std::vector<http::Property>& properties);

/// As questions::correction_json writes it.
std::vector<http::Property> correction_properties();

http::Property marking_property();
http::Property next_cursor_property();

/// What many replies are made of: Marking, Correction, Entity, CitedRecord, Link, LinkedEntity,
/// HarmReason, ControlSaying; and the words Noun, LinkRole, LinkStrength, Standing,
/// ProtectionReason.
void add_shared_components(http::Router& router);
/// Profile.
void add_profile_components(http::Router& router);
/// Neighbours, Expansion, Paths, Timeline, Places.
void add_chart_components(http::Router& router);
/// NetworkPage, the rows of the lists, and Changes.
void add_list_components(http::Router& router);

}  // namespace api
