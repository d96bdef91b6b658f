#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "base/error.hpp"
#include "http/cookies.hpp"
#include "http/dispatch.hpp"
#include "http/router.hpp"
#include "http/site.hpp"

namespace http {

inline RawRequest get(std::string target, const std::string& session = {}) {
  RawRequest request{.target = std::move(target), .headers = {{"Host", "localhost:8080"}}};
  if (!session.empty()) request.headers.push_back({"Cookie", "session=" + session});
  return request;
}

inline RawRequest post(std::string target, std::string body, const std::string& session = {}) {
  auto request = get(std::move(target), session);
  request.method = "POST";
  request.headers.push_back({"Content-Type", "application/json"});
  request.body = std::move(body);
  return request;
}

inline nlohmann::json body_of(const Reply& reply) { return nlohmann::json::parse(reply.content()); }

/// A small API for the tests: notes that anybody may list, that those signed in may search, and
/// that those with "write" may add; and one route that only holders of "oversee" may know of.
inline Router example_router() {
  Router router;
  router.add_component(
      "Note", object({{"title", text({.min = 1, .max = 20})},
                      {"day", date(), Need::optional},
                      {"about", reference(), Need::optional},
                      {"kind", one_of({"fact", "guess"}), Need::optional},
                      {"weight", or_null(number()), Need::optional},
                      {"pages", whole_number({.min = 1, .max = 9}), Need::optional},
                      {"secret", boolean(), Need::optional},
                      {"tags", list_of(text({.max = 5}), {.min = 1, .max = 3}), Need::optional}}));
  const Schema notes = object({{"notes", list_of(refer_to("Note"), {.max = 100})}});
  const auto some_note = [](const Request&) {
    return json_reply({{"notes", {{{"title", "a"}, {"pages", 3}}}}});
  };
  router.add({.pattern = "/api/notes",
              .operation = "list_notes",
              .summary = "All notes.",
              .tags = {"notes"},
              .callers = Callers::anyone(),
              .parameters = {{.name = "limit",
                              .in = Parameter::In::query,
                              .schema = whole_number({.min = 1, .max = 100}),
                              .need = Need::optional}},
              .reply = notes,
              .handler = some_note});
  router.add({.method = Method::post,
              .pattern = "/api/notes",
              .operation = "add_note",
              .summary = "One more note.",
              .tags = {"notes"},
              .callers = Callers::with("write", Callers::Refusal::open),
              .body = refer_to("Note"),
              .reply = refer_to("Note"),
              .success = 201,
              .is_write = true,
              .handler = [](const Request& request) { return json_reply(request.body, 201); }});
  router.add({.method = Method::post,
              .pattern = "/api/notes/search",
              .operation = "search_notes",
              .summary = "Notes with these words.",
              .tags = {"notes"},
              .body = object({{"words", text({.min = 1, .max = 100})}}),
              .reply = notes,
              .handler = some_note});
  router.add({.pattern = "/api/notes/{note}",
              .operation = "show_note",
              .summary = "One note.",
              .tags = {"notes"},
              .parameters = {{.name = "note", .schema = text({.min = 1, .max = 40})}},
              .reply = refer_to("Note"),
              .handler = [](const Request& request) -> Reply {
                const std::string note = request.parameters["note"];
                if (note == "broken") throw std::runtime_error("a mistake of ours");
                if (note == "taken") throw base::Error(base::Fault::conflict, "it is taken");
                if (note != "first") throw base::Error(base::Fault::missing, "no note " + note);
                return json_reply({{"title", note}});
              }});
  router.add({.pattern = "/api/oversight",
              .operation = "show_oversight",
              .summary = "Who read what.",
              .tags = {"oversight"},
              .callers = Callers::with("oversee"),
              .handler = [](const Request&) {
                return json_reply({{"secret", true}});
              }});
  router.add({.method = Method::post,
              .pattern = "/api/files",
              .operation = "upload_file",
              .summary = "The size of a file.",
              .tags = {"files"},
              .callers = Callers::anyone(),
              .body_type = "application/octet-stream",
              .body_bytes_max = 8 * 1024 * 1024,
              .reply = object({{"where", one_of({"memory", "file"})}}),
              .handler = [](const Request& request) {
                return json_reply({{"where", request.raw.body_file.empty() ? "memory" : "file"}});
              }});
  return router;
}

/// Signing in is a cookie session=ann (writes), session=bob (does not) or session=eve (oversees).
inline Site example_site() {
  Site site;
  site.identify = [](const RawRequest& request) -> std::optional<Principal> {
    const auto user = find_cookie(request, "session");
    if (user == "ann") return Principal{"ann", "Ann Lee", "session-of-ann", {"write"}};
    if (user == "bob") return Principal{"bob", "Bob Ray", "session-of-bob"};
    if (user == "eve") return Principal{"eve", "Eve Day", "session-of-eve", {"oversee"}};
    return {};
  };
  return site;
}

}  // namespace http
