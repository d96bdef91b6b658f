#include "http/dispatch.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <stdexcept>
#include <utility>

#include "base/text.hpp"
#include "http/detail/guard.hpp"
#include "http/parse_json.hpp"
#include "http/problem.hpp"
#include "http/static_assets.hpp"
#include "http/target.hpp"
#include "http/validate.hpp"

namespace http {

namespace {

// A refusal on the way, as a reply: what is thrown here is caught in this file.
struct Refusal {
  Reply reply;
};

struct Admitted {
  const Route* route = nullptr;  ///< null: the reply is an asset
  Reply asset;
  Target target;
  std::map<std::string, std::string> path_values;
  std::optional<Principal> principal;
};

std::string method_asked_for(const RawRequest& request) {
  return request.method == "HEAD" ? "GET" : request.method;
}

bool may_call(const Route& route, const std::optional<Principal>& principal) {
  if (route.callers.who == Callers::Who::anyone) return true;
  if (!principal) return false;
  const auto& held = principal->permissions;
  return route.callers.who == Callers::Who::signed_in ||
         std::find(held.begin(), held.end(), route.callers.permission) != held.end();
}

Reply method_not_allowed(const std::vector<const Route*>& routes) {
  std::string allowed;
  for (const auto* route : routes) {
    allowed += (allowed.empty() ? "" : ", ") + std::string(base::name_of(route->method));
    if (route->method == Method::get) allowed += ", HEAD";
  }
  auto reply = problem(405, "This address takes only these methods: " + allowed + ".");
  reply.headers.push_back({"Allow", allowed});
  return reply;
}

const Route& choose_route(const std::vector<const Route*>& routes, const RawRequest& request,
                          const std::optional<Principal>& principal) {
  const auto asked = base::named<Method>(method_asked_for(request));
  std::vector<const Route*> callable;
  std::copy_if(routes.begin(), routes.end(), std::back_inserter(callable),
               [&](const Route* route) { return may_call(*route, principal); });
  const auto with_method = [asked](const std::vector<const Route*>& some) {
    return std::find_if(some.begin(), some.end(),
                        [asked](const Route* route) { return route->method == asked; });
  };
  if (const auto found = with_method(callable); found != callable.end()) return **found;
  const auto forbidden = with_method(routes);
  if (!principal && (forbidden != routes.end() || callable.empty())) {
    throw Refusal{not_signed_in()};
  }
  if (forbidden != routes.end() && (*forbidden)->callers.refusal == Callers::Refusal::open) {
    throw Refusal{problem(403, "You do not have the permission that this needs. Ask for it.")};
  }
  // Of routes that the caller may not know of, not even the methods are told.
  throw Refusal{callable.empty() ? not_found() : method_not_allowed(callable)};
}

Reply find_asset(const RawRequest& request, const Site& site, const Target& target) {
  if (site.assets && method_asked_for(request) == "GET") {
    const auto path = "/" + [&target] {
      std::string joined;
      for (const auto& segment : target.segments) {
        if (segment.find('/') != std::string::npos) throw Refusal{not_found()};
        joined += (joined.empty() ? "" : "/") + segment;
      }
      return joined;
    }();
    if (auto asset = site.assets->find(path, request)) return *asset;
  }
  throw Refusal{not_found()};
}

void require_media_type(const Route& route, const RawRequest& request) {
  if (!route.takes_body()) return;
  const auto given = header(request.headers, "Content-Type");
  const auto type = base::to_lower_ascii(base::trim(given.substr(0, given.find(';'))));
  if (type == route.body_type || route.body_type == "*/*") return;
  auto reply = problem(415, "The body must be " + route.body_type + ": say so in Content-Type.",
                       "Content-Type");
  throw Refusal{std::move(reply)};
}

Admitted admit(const Router& router, const Site& site, const RawRequest& request) {
  Admitted admitted;
  admitted.target = parse_target(request.target);
  if (auto refused = refuse_host(request, site)) throw Refusal{std::move(*refused)};
  if (auto refused = refuse_origin(request, site)) throw Refusal{std::move(*refused)};
  auto match = router.match(admitted.target.segments);
  if (match.routes.empty()) {
    admitted.asset = find_asset(request, site, admitted.target);
    return admitted;
  }
  if (site.identify) admitted.principal = site.identify(request);
  admitted.route = &choose_route(match.routes, request, admitted.principal);
  admitted.path_values = std::move(match.values);
  require_media_type(*admitted.route, request);
  return admitted;
}

const Parameter* find_parameter(const Route& route, std::string_view name, Parameter::In in) {
  const auto found =
      std::find_if(route.parameters.begin(), route.parameters.end(),
                   [&](const Parameter& each) { return each.name == name && each.in == in; });
  return found == route.parameters.end() ? nullptr : &*found;
}

nlohmann::json read_parameters(const Router& router, const Admitted& admitted) {
  const auto& route = *admitted.route;
  auto values = nlohmann::json::object();
  for (const auto& [name, value] : admitted.path_values) {
    const auto* parameter = find_parameter(route, name, Parameter::In::path);
    values[name] = read_parameter(name, value, parameter->schema, router.components());
  }
  for (const auto& [name, value] : admitted.target.query) {
    const auto* parameter = find_parameter(route, name, Parameter::In::query);
    if (!parameter) {
      throw FieldError({name, base::quoted(name) + " is no parameter of this address: remove it."});
    }
    if (values.contains(name)) {
      throw FieldError({name, base::quoted(name) + " is given twice: give it once."});
    }
    values[name] = read_parameter(name, value, parameter->schema, router.components());
  }
  for (const auto& parameter : route.parameters) {
    if (parameter.need == Need::required && !values.contains(parameter.name)) {
      throw FieldError(
          {parameter.name, base::quoted(parameter.name) + " is missing: add it to the address."});
    }
  }
  return values;
}

nlohmann::json read_body(const Router& router, const Route& route, const RawRequest& request) {
  if (!route.takes_body()) {
    if (request.body.empty() && request.body_file.empty()) return nullptr;
    throw FieldError({"", "This address takes no body: send none."});
  }
  if (!route.takes_json()) return nullptr;
  auto body = parse_json(request.body);
  if (auto found = find_violation(body, route.body, router.components())) throw FieldError(*found);
  return body;
}

Reply answer(const Router& router, const Site& site, const RawRequest& request) {
  auto admitted = admit(router, site, request);
  if (!admitted.route) return std::move(admitted.asset);
  auto parameters = read_parameters(router, admitted);
  auto body = read_body(router, *admitted.route, request);
  auto reply = admitted.route->handler(
      {request, std::move(admitted.principal), std::move(parameters), std::move(body)});
  if (!site.checks_replies) return reply;
  if (const auto broken = check_reply(router, *admitted.route, reply)) {
    throw std::logic_error(*broken);
  }
  return reply;
}

// Announced as long, or not announced: what a caller who is refused anyway should not have sent.
bool may_be_long(const RawRequest& head) {
  constexpr std::size_t short_digits_max = 5;
  return header(head.headers, "Content-Length").size() > short_digits_max ||
         count_headers(head.headers, "Transfer-Encoding") > 0;
}

template <class Work>
Reply reply_whatever_happens(const Site& site, const RawRequest& request, const Work& work) {
  const auto report = [&](std::string_view what) {
    if (site.report) site.report(request, what);
    return our_mistake();
  };
  try {
    return work();
  } catch (Refusal& refusal) {
    return std::move(refusal.reply);
  } catch (const base::Error& error) {
    return problem_of(error);
  } catch (const std::exception& exception) {
    return report(exception.what());
  } catch (...) {
    return report("something that is no exception of ours");
  }
}

}  // namespace

Reply dispatch(const Router& router, const Site& site, const RawRequest& request) {
  auto reply = reply_whatever_happens(site, request, [&] { return answer(router, site, request); });
  add_security_headers(reply, site);
  return reply;
}

std::optional<Reply> refuse_early(const Router& router, const Site& site, const RawRequest& head) {
  bool is_admitted = false;
  auto reply = reply_whatever_happens(site, head, [&]() -> Reply {
    admit(router, site, head);
    is_admitted = true;
    return {};
  });
  if (is_admitted) return {};
  add_security_headers(reply, site);
  return reply;
}

BodyRule body_rule(const Router& router, const RawRequest& head, std::size_t usual_bytes_max) {
  BodyRule rule{.bytes_max = usual_bytes_max, .is_refused_early = may_be_long(head)};
  try {
    const auto match = router.match(parse_target(head.target).segments);
    const auto asked = base::named<Method>(head.method);
    for (const auto* route : match.routes) {
      if (route->method != asked) continue;
      rule.may_be_spooled = route->takes_body() && !route->takes_json();
      if (route->body_bytes_max > 0) rule.bytes_max = route->body_bytes_max;
    }
  } catch (const base::Error&) {  // dispatch will say so
  }
  return rule;
}

void add_security_headers(Reply& reply, const Site& site) {
  static constexpr std::array<std::pair<const char*, const char*>, 6> always = {{
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"Cross-Origin-Embedder-Policy", "require-corp"},
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "no-referrer"},
      {"Permissions-Policy",
       "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
       "magnetometer=(), microphone=(), payment=(), usb=()"},
  }};
  if (header(reply.headers, "Cache-Control").empty()) {
    reply.headers.push_back({"Cache-Control", "no-store"});
  }
  reply.headers.push_back({"Content-Security-Policy", site.content_security_policy});
  for (const auto& [name, value] : always) reply.headers.push_back({name, value});
  if (site.transport == Transport::tls) {
    reply.headers.push_back({"Strict-Transport-Security", "max-age=31536000"});
  }
}

}  // namespace http
