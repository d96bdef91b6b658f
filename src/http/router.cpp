#include "http/router.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/error.hpp"
#include "base/text.hpp"
#include "http/validate.hpp"

namespace http {

namespace {

bool is_parameter(std::string_view segment) { return segment.starts_with('{'); }

std::vector<std::string_view> segments_of(const Route& route) {
  return base::split(std::string_view(route.pattern).substr(1), '/');
}

std::string shape_of(const Route& route) {
  std::string shape;
  for (const auto segment : segments_of(route)) {
    shape += is_parameter(segment) ? "/{}" : "/" + std::string(segment);
  }
  return shape;
}

std::set<std::string> names_in(const Route& route) {
  std::set<std::string> names;
  for (const auto segment : segments_of(route)) {
    if (is_parameter(segment)) names.emplace(segment.substr(1, segment.size() - 2));
  }
  return names;
}

void require_sound(const Route& route, const Components& components) {
  base::expect(route.pattern.starts_with('/'), "a route's pattern to begin with a slash");
  base::expect(!route.operation.empty() && !route.summary.empty() && route.handler != nullptr,
               "a route to have an operation, a summary and a handler");
  std::set<std::string> in_path;
  for (const auto& parameter : route.parameters) {
    base::expect(!not_understood(parameter.schema, components), "a parameter's schema to be ours");
    if (parameter.in == Parameter::In::path) in_path.insert(parameter.name);
  }
  base::expect(in_path == names_in(route), "a route's path parameters to be those of its pattern");
  base::expect(route.method != Method::get || (!route.is_write && !route.takes_body()),
               "a GET to write nothing and to take no body");
  base::expect(route.body.is_null() || !not_understood(route.body, components),
               "a body's schema to be ours");
  base::expect(route.reply.is_null() || !not_understood(route.reply, components),
               "a reply's schema to be ours");
  base::expect((route.callers.who == Callers::Who::permitted) != route.callers.permission.empty(),
               "a permission exactly where one is asked for");
}

bool matches(const Route& route, const std::vector<std::string>& segments) {
  const auto wanted = segments_of(route);
  if (wanted.size() != segments.size()) return false;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (is_parameter(wanted[i]) ? segments[i].empty() : wanted[i] != segments[i]) return false;
  }
  return true;
}

bool is_json(std::string_view media_type) {
  return media_type == "application/json" || media_type == "application/problem+json";
}

}  // namespace

void Router::add_component(std::string name, Schema schema) {
  const bool added = components_.emplace(std::move(name), std::move(schema)).second;
  base::expect(added, "components with different names");
}

void Router::add(Route route) {
  require_sound(route, components_);
  for (const auto& other : routes_) {
    base::expect(other.operation != route.operation, "operations with different names");
    base::expect(other.pattern != route.pattern || other.method != route.method,
                 "one route for a method and pattern");
    base::expect(other.pattern == route.pattern || shape_of(other) != shape_of(route),
                 "one set of parameter names for a pattern");
  }
  // '{' sorts after every letter and digit, so that literals come before parameters.
  const auto place = std::upper_bound(
      routes_.begin(), routes_.end(), route, [](const Route& left, const Route& right) {
        return std::tie(left.pattern, left.method) < std::tie(right.pattern, right.method);
      });
  routes_.insert(place, std::move(route));
}

const Route* Router::find_operation(std::string_view operation) const {
  const auto found = std::find_if(routes_.begin(), routes_.end(), [operation](const Route& route) {
    return route.operation == operation;
  });
  return found == routes_.end() ? nullptr : &*found;
}

Router::Match Router::match(const std::vector<std::string>& segments) const {
  Match match;
  for (const auto& route : routes_) {
    if (!match.routes.empty() && match.routes.front()->pattern != route.pattern) break;
    if (matches(route, segments)) match.routes.push_back(&route);
  }
  if (match.routes.empty()) return match;
  const auto wanted = segments_of(*match.routes.front());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!is_parameter(wanted[i])) continue;
    match.values[std::string(wanted[i].substr(1, wanted[i].size() - 2))] = segments[i];
  }
  return match;
}

Schema problem_schema() {
  return object({{"type", text({.max = 200})},
                 {"title", text({.max = 200})},
                 {"status", whole_number({.min = 400, .max = 599})},
                 {"detail", text({.max = 10'000}, "What is wrong, and what to do.")},
                 {"field",
                  text({.max = 10'000},
                       "What is to blame: a JSON pointer into the body, or the name of a parameter "
                       "or header."),
                  Need::optional}},
                "Problem details (RFC 9457).");
}

std::optional<std::string> check_reply(const Router& router, const Route& route,
                                       const Reply& reply) {
  const auto type = header(reply.headers, "Content-Type");
  const bool is_problem = reply.status >= 400;
  const std::string prefix = route.operation + " replied ";
  if (is_problem && type != "application/problem+json") {
    return prefix + std::to_string(reply.status) + " with " + std::string(type);
  }
  if (!is_problem && reply.status != route.success) {
    return prefix + std::to_string(reply.status) + ", not " + std::to_string(route.success);
  }
  if (!is_problem && route.success == 204) {
    return reply.content().empty() ? std::nullopt : std::optional(prefix + "204 with a body");
  }
  if (!is_problem && !type.starts_with(route.reply_type)) {
    return prefix + "with " + std::string(type) + ", not " + route.reply_type;
  }
  if (!is_json(type) || (!is_problem && route.reply.is_null())) return {};
  const auto body = nlohmann::json::parse(reply.content(), nullptr, false);
  if (body.is_discarded()) return prefix + "what is no JSON";
  const auto found =
      find_violation(body, is_problem ? problem_schema() : route.reply, router.components());
  if (!found) return {};
  return prefix + "a body that breaks its schema at '" + found->field + "': " + found->sentence;
}

}  // namespace http
