#include "api/app.hpp"

#include <charconv>

#include "accounts/accounts.hpp"
#include "base/error.hpp"
#include "http/problem.hpp"
#include "questions/marking.hpp"

namespace api {

namespace {

constexpr std::int64_t limit_max = 500;

void log(const App& app, const http::Request& request, const std::string& action,
         const Shown& shown) {
  app.log.log({.at = app.clock(),
               .actor = viewer_of(request).name,
               .operation = model::Operation::consultation,
               .action = action,
               .subject = shown.subject,
               .reason = reason_of(request),
               .details = "{\"records\":" + std::to_string(shown.records) + "}",
               .label = shown.label});
}

}  // namespace

const access::Viewer& viewer_of(const http::Request& request) {
  base::expect(request.principal && request.principal->data, "a caller who is signed in");
  return static_cast<const accounts::SignedIn*>(request.principal->data.get())->viewer;
}

http::Reply json_reply(const Json& body, int status) {
  auto reply = http::bytes_reply(body.dump(), "application/json");
  reply.status = status;
  return reply;
}

http::Reply disclose(const App& app, const http::Request& request, const std::string& action,
                     const Shown& shown) {
  log(app, request, action, shown);
  return json_reply(shown.body);
}

http::Reply consult(const App& app, const http::Request& request, const std::string& action,
                    const std::function<Shown(const gallery::Exhibit&)>& show) {
  const auto exhibit = app.gallery.show(viewer_of(request));
  return disclose(app, request, action, show(*exhibit));
}

std::vector<http::Parameter> page_parameters() {
  return {{.name = "cursor",
           .in = http::Parameter::In::query,
           .schema = http::text({.min = 1, .max = 40}, "As the page before gave it."),
           .need = http::Need::optional},
          {.name = "limit",
           .in = http::Parameter::In::query,
           .schema = http::whole_number({.min = 1, .max = limit_max}, "How many at most."),
           .need = http::Need::optional}};
}

Page page_of(const http::Request& request) {
  Page page;
  if (request.parameters.contains("limit")) page.limit = request.parameters["limit"];
  if (!request.parameters.contains("cursor")) return page;
  const auto cursor = request.parameters["cursor"].get<std::string>();
  const auto* end = cursor.data() + cursor.size();
  const bool is_ours = cursor[0] == 'c' &&
                       std::from_chars(cursor.data() + 1, end, page.position).ptr == end &&
                       page.position < 1'000'000'000;
  if (!is_ours) {
    throw http::FieldError({"cursor",
                            "This is not a cursor that a page gave: leave it out to "
                            "begin at the first page."});
  }
  return page;
}

Json next_cursor(const Page& page, std::size_t shown, std::size_t total) {
  const auto next = page.position + shown;
  return shown == 0 || next >= total ? Json() : Json("c" + std::to_string(next));
}

Json list_json(const std::string& name, Json items, const Page& page, std::size_t count,
               const model::Label& label) {
  Json written;
  written["count"] = count;
  written["position"] = page.position;
  written["next_cursor"] = next_cursor(page, items.size(), count);
  written[name] = std::move(items);
  written["marking"] = questions::marking_json(label);
  return written;
}

std::string session_key(const http::Request& request) {
  return "session " + request.principal->session;
}

std::string reason_of(const http::Request& request) {
  return std::string(http::header(request.raw.headers, "RAPTOR-Reason").substr(0, 500));
}

}  // namespace api
