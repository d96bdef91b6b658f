#include "http/dispatch.hpp"

#include <doctest/doctest.h>

#include "http/detail/example_site.hpp"
#include "http/problem.hpp"

using http::get;
using http::post;
using http::RawRequest;

namespace {

const http::Router& router() {
  static const auto made = http::example_router();
  return made;
}

http::Reply ask(const RawRequest& request) {
  return dispatch(router(), http::example_site(), request);
}

std::string field_of(const http::Reply& reply) { return http::body_of(reply).value("field", ""); }

RawRequest with(RawRequest request, std::string name, std::string value) {
  request.headers.push_back({std::move(name), std::move(value)});
  return request;
}

RawRequest for_host(const std::string& host) {
  return {.target = "/api/notes", .headers = {{"Host", host}}};
}

std::string bytes_of(const http::Reply& reply) {
  std::string bytes = std::to_string(reply.status);
  for (const auto& header : reply.headers) bytes += "\n" + header.name + ": " + header.value;
  return bytes + "\n\n" + reply.body;
}

}  // namespace

TEST_CASE("a request finds its route, and its reply keeps the route's promise") {
  const auto reply = ask(get("/api/notes?limit=5"));
  CHECK(reply.status == 200);
  CHECK(!check_reply(router(), *router().find_operation("list_notes"), reply));
  CHECK(ask(get("/api/notes/first", "ann")).status == 200);
  CHECK(ask(get("/api/notes/%66irst", "ann")).status == 200);
  CHECK(ask(post("/api/notes/search", R"({"words": "a"})", "ann")).status == 200);
  CHECK(ask(post("/api/notes", R"({"title": "a"})", "ann")).status == 201);
}

TEST_CASE("a reply that breaks its route's promise is told") {
  const auto& route = *router().find_operation("list_notes");
  CHECK(check_reply(router(), route, http::json_reply({{"notes", {{{"title", 5}}}}})) ==
        "list_notes replied a body that breaks its schema at '/notes/0/title': \"title\" must be "
        "text in quotes.");
  CHECK(check_reply(router(), route, http::json_reply({{"more", 1}})));
  CHECK(check_reply(router(), route, http::json_reply({{"notes", {}}}, 201)));
  CHECK(check_reply(router(), route, http::bytes_reply("a", "text/plain")));
  CHECK(!check_reply(router(), route, http::not_found()));
}

TEST_CASE("where replies are checked, one that breaks its promise is a mistake of ours") {
  auto site = http::example_site();
  site.checks_replies = true;
  CHECK(dispatch(router(), site, get("/api/notes")).status == 200);
  http::Router broken;
  broken.add({.pattern = "/a",
              .operation = "a",
              .summary = "a",
              .callers = http::Callers::anyone(),
              .reply = http::object({{"b", http::boolean()}}),
              .handler = [](const http::Request&) {
                return http::json_reply({{"b", 1}});
              }});
  CHECK(dispatch(broken, http::example_site(), get("/a")).status == 200);
  CHECK(dispatch(broken, site, get("/a")).status == 500);
}

TEST_CASE("what may not be known of is as what is not there") {
  const auto absent = bytes_of(ask(get("/api/nothing", "bob")));
  CHECK(bytes_of(ask(get("/api/oversight", "bob"))) == absent);
  CHECK(bytes_of(ask(get("/api/notes/other", "bob"))) == absent);
  CHECK(bytes_of(ask(get("/api/notes/first/more", "bob"))) == absent);
  CHECK(bytes_of(ask(post("/api/oversight", "{}", "bob"))) == absent);  // not even a 405
  CHECK(bytes_of(ask(get("/api/oversight?x=1", "bob"))) == absent);
  CHECK(ask(get("/api/oversight", "eve")).status == 200);
  CHECK(ask(get("/api/oversight")).status == 401);
  CHECK(ask(post("/api/notes", "not even JSON", "bob")).status == 403);  // a route all know of
}

TEST_CASE("parameters are read by their schema") {
  CHECK(field_of(ask(get("/api/notes?limit=0"))) == "limit");
  CHECK(field_of(ask(get("/api/notes?limit=five"))) == "limit");
  CHECK(field_of(ask(get("/api/notes?limit=5&limit=6"))) == "limit");
  CHECK(field_of(ask(get("/api/notes?limit=99999999999999999999"))) == "limit");
  CHECK(field_of(ask(get("/api/notes?words=ann"))) == "words");
  CHECK(field_of(ask(get("/api/notes/" + std::string(41, 'a'), "ann"))) == "note");
}

TEST_CASE("methods, types and bodies that a route does not take") {
  auto request = get("/api/notes");
  request.method = "BREW";
  const auto reply = ask(request);
  CHECK(reply.status == 405);
  CHECK(header(reply.headers, "Allow") == "GET, HEAD");  // of what this caller may call
  auto as_ann = get("/api/notes", "ann");
  as_ann.method = "DELETE";
  CHECK(header(ask(as_ann).headers, "Allow") == "GET, HEAD, POST");
  auto text = post("/api/notes", "{}", "ann");
  text.headers.back().value = "text/plain";
  CHECK(ask(text).status == 415);
  auto with_body = get("/api/notes");
  with_body.body = "x";
  CHECK(ask(with_body).status == 400);
}

TEST_CASE("only this site's names are answered") {
  CHECK(ask(for_host("localhost")).status == 200);
  CHECK(ask(for_host("LOCALHOST:8080")).status == 200);
  CHECK(ask(for_host("[::1]:8080")).status == 200);
  CHECK(ask(for_host("evil.example")).status == 421);
  CHECK(ask(for_host("localhost.evil.example")).status == 421);
  CHECK(ask(for_host("localhost:80x")).status == 421);
  CHECK(ask(for_host("")).status == 421);
  CHECK(ask({.target = "/api/notes"}).status == 400);
  CHECK(ask(with(for_host("localhost"), "host", "localhost")).status == 400);
}

TEST_CASE("another site's page can write nothing") {
  const auto search = post("/api/notes/search", R"({"words": "a"})", "ann");
  CHECK(ask(with(search, "Origin", "http://localhost:8080")).status == 200);
  CHECK(ask(with(search, "Origin", "http://localhost:8081")).status == 403);
  CHECK(ask(with(search, "Origin", "https://localhost:8080")).status == 403);
  CHECK(ask(with(search, "Origin", "http://evil.example")).status == 403);
  CHECK(ask(with(search, "Origin", "null")).status == 403);
  CHECK(ask(with(search, "Origin", "")).status == 403);
  CHECK(ask(with(search, "Sec-Fetch-Site", "cross-site")).status == 403);
  CHECK(ask(with(search, "Sec-Fetch-Site", "same-site")).status == 403);
  CHECK(ask(with(search, "Sec-Fetch-Site", "same-origin")).status == 200);
  CHECK(ask(with(get("/api/notes"), "Origin", "http://evil.example")).status == 200);
}

TEST_CASE("faults become statuses in one place") {
  CHECK(ask(get("/api/notes/taken", "ann")).status == 409);
  std::string reported;
  auto site = http::example_site();
  site.report = [&](const RawRequest&, std::string_view what) { reported = what; };
  const auto reply = dispatch(router(), site, get("/api/notes/broken", "ann"));
  CHECK(reply.status == 500);
  CHECK(reply.body.find("a mistake of ours") == std::string::npos);
  CHECK(reported == "a mistake of ours");
}

TEST_CASE("every reply carries the security headers") {
  for (const auto& request :
       {get("/api/notes"), get("/no"), get("bad"), post("/api/notes", "{}")}) {
    const auto reply = ask(request);
    CHECK(header(reply.headers, "Content-Security-Policy").starts_with("default-src 'none'"));
    CHECK(header(reply.headers, "X-Content-Type-Options") == "nosniff");
    CHECK(header(reply.headers, "Cache-Control") == "no-store");
    CHECK(header(reply.headers, "Strict-Transport-Security").empty());
  }
  auto site = http::example_site();
  site.transport = http::Transport::tls;
  CHECK(!header(dispatch(router(), site, get("/no")).headers, "Strict-Transport-Security").empty());
}

TEST_CASE("a long body for a caller who may not send it is refused before it comes") {
  CHECK(!refuse_early(router(), http::example_site(), post("/api/notes", "", "ann")));
  CHECK(refuse_early(router(), http::example_site(), post("/api/notes", "", "bob"))->status == 403);
  auto upload = post("/api/files", "");
  CHECK(refuse_early(router(), http::example_site(), upload)->status == 415);
  CHECK(body_rule(router(), upload, 10).bytes_max == 8 * 1024 * 1024);
  CHECK(body_rule(router(), post("/api/notes", ""), 10).bytes_max == 10);
  const auto is_asked_first = [](std::string name, std::string value) {
    const auto head = with(post("/api/notes", ""), std::move(name), std::move(value));
    return body_rule(router(), head, 10).is_refused_early;
  };
  CHECK(!is_asked_first("Content-Length", "99999"));
  CHECK(is_asked_first("Content-Length", "100000"));
  CHECK(is_asked_first("Transfer-Encoding", "chunked"));
}
