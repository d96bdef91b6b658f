#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/enum_names.hpp"
#include "http/reply.hpp"
#include "http/request.hpp"
#include "http/schema.hpp"

namespace http {

enum class Method { get, post, put, patch, remove };

/// Who may call a route. A caller without the permission gets the reply to what is absent, unless
/// the route is known to everybody and `refusal` says so: then 403.
struct Callers {
  enum class Who { anyone, signed_in, permitted };
  enum class Refusal { hidden, open };
  Who who = Who::signed_in;
  std::string permission;
  Refusal refusal = Refusal::hidden;

  static Callers anyone() { return {Who::anyone}; }
  static Callers signed_in() { return {Who::signed_in}; }
  static Callers with(std::string permission, Refusal refusal = Refusal::hidden) {
    return {Who::permitted, std::move(permission), refusal};
  }
};

/// A part of the address. Nothing sensitive goes there (addresses are kept in logs and histories):
/// search terms and names belong in a body.
struct Parameter {
  enum class In { path, query };
  std::string name;
  In in = In::path;
  Schema schema;
  Need need = Need::required;
};

/// One operation: what it is called by, what it takes, what it gives, who may.
struct Route {
  Method method = Method::get;
  std::string pattern;    ///< "/api/networks/{network}"
  std::string operation;  ///< "show_network"; unique
  std::string summary;
  std::vector<std::string> tags;
  Callers callers;
  std::vector<Parameter> parameters;
  /// Of the JSON body; null when the route takes none. A route that takes a file instead sets
  /// body_type and reads Request::raw.
  Schema body;
  std::string body_type = "application/json";
  std::size_t body_bytes_max = 0;  ///< 0: what the server's settings say
  Schema reply;                    ///< of a JSON reply; null when it is not JSON or has no body
  std::string reply_type = "application/json";
  int success = 200;
  bool is_write = false;  ///< changes something; a search by POST does not
  std::function<Reply(const Request&)> handler;

  bool takes_json() const { return !body.is_null(); }
  bool takes_body() const { return takes_json() || body_type != "application/json"; }
};

/// All that can be asked. Filled at the start, then only read, by many threads.
class Router {
 public:
  void add_component(std::string name, Schema schema);

  /// A route that contradicts itself or another (a name in the pattern that is no parameter, the
  /// same operation twice, a GET that writes or takes a body, a schema not understood) stops the
  /// program: it is a mistake of ours.
  void add(Route route);

  /// In order of pattern, then method.
  const std::vector<Route>& routes() const { return routes_; }
  const Components& components() const { return components_; }
  const Route* find_operation(std::string_view operation) const;

  struct Match {
    std::vector<const Route*> routes;  ///< of every method; empty if nothing has this path
    std::map<std::string, std::string> values;
  };
  /// A literal segment is preferred to a parameter.
  Match match(const std::vector<std::string>& segments) const;

 private:
  std::vector<Route> routes_;
  Components components_;
};

/// How an actual reply breaks what its route promises: status, media type or schema; nothing if it
/// keeps it. Problem replies keep it whenever they are problems. For tests.
std::optional<std::string> check_reply(const Router& router, const Route& route,
                                       const Reply& reply);

/// The shape of every problem reply.
Schema problem_schema();

}  // namespace http

template <>
struct base::EnumNames<http::Method> {
  static constexpr std::array<std::string_view, 5> names = {"GET", "POST", "PUT", "PATCH",
                                                            "DELETE"};
};
