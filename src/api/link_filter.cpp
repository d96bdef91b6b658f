#include "api/link_filter.hpp"

#include <string>

#include "api/schemas.hpp"

namespace api {

namespace {

constexpr auto optional = http::Need::optional;
constexpr base::Seconds to_end_of_day = 86399;

// The schema has let no other name through.
template <class Enum>
std::vector<Enum> named_in(const nlohmann::json& body, const char* name) {
  std::vector<Enum> values;
  if (!body.contains(name)) return values;
  for (const auto& each : body[name]) values.push_back(*base::named<Enum>(each.get<std::string>()));
  return values;
}

}  // namespace

std::optional<base::Date> day_of(const nlohmann::json& values, const char* name) {
  if (!values.contains(name)) return {};
  return base::parse_date(values[name].get<std::string>(), base::DateOrder::year_month_day);
}

std::vector<http::Property> window_properties() {
  return {{"from", http::date("Happened on that day or later."), optional},
          {"until", http::date("Happened by the end of that day."), optional},
          {"known_by", http::date("Recorded by the end of that day."), optional}};
}

questions::Window window_of(const nlohmann::json& body) {
  questions::Window window;
  if (const auto from = day_of(body, "from")) window.from = base::midnight(*from);
  if (const auto until = day_of(body, "until"))
    window.until = base::midnight(*until) + to_end_of_day;
  if (const auto known_by = day_of(body, "known_by"))
    window.known_by = base::midnight(*known_by) + to_end_of_day;
  return window;
}

std::vector<http::Property> filter_properties() {
  return joined({{"nouns", some_of<model::Noun>("Only these kinds of thing."), optional}},
                link_properties());
}

std::vector<http::Property> link_properties() {
  return joined({{"roles", some_of<model::LinkRole>("Only what records state so."), optional},
                 {"ties", some_of<model::TieKind>("Only ties of these kinds."), optional}},
                window_properties());
}

questions::LinkFilter filter_of(const nlohmann::json& body) {
  questions::LinkFilter filter;
  filter.roles = named_in<model::LinkRole>(body, "roles");
  filter.kinds = named_in<model::TieKind>(body, "ties");
  filter.window = window_of(body);
  return filter;
}

std::vector<model::Noun> nouns_of(const nlohmann::json& body) {
  return named_in<model::Noun>(body, "nouns");
}

}  // namespace api
