#include "http/problem.hpp"

namespace http {

Reply problem(int status, const std::string& detail, const std::optional<std::string>& field) {
  nlohmann::json body = {{"type", "about:blank"},
                         {"title", phrase_of(status)},
                         {"status", status},
                         {"detail", detail}};
  if (field) body["field"] = *field;
  Reply reply{.status = status, .headers = {{"Content-Type", "application/problem+json"}}};
  // Sentences quote what was sent; whatever in it is not UTF-8 must not stop the reply.
  reply.body = body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return reply;
}

Reply problem_of(const Violation& violation) {
  return problem(400, violation.sentence, violation.field);
}

Reply not_found() {
  return problem(404, "There is nothing here, or nothing that you may see. Check the address.");
}

Reply not_signed_in() { return problem(401, "You are not signed in. Sign in, then try again."); }

Reply busy(const std::string& detail) {
  auto reply = problem(503, detail);
  reply.headers.push_back({"Retry-After", "2"});
  return reply;
}

Reply problem_of(const base::Error& error) {
  if (const auto* of_field = dynamic_cast<const FieldError*>(&error)) {
    return problem_of(of_field->violation());
  }
  switch (error.fault()) {  // no default: -Wswitch names the fault that has no status
    case base::Fault::invalid:
      return problem(400, error.what());
    case base::Fault::forbidden:
      return problem(403, error.what());
    case base::Fault::missing:
      return not_found();
    case base::Fault::conflict:
      return problem(409, error.what());
    case base::Fault::unavailable:
      return busy(error.what());
  }
  return our_mistake();
}

Reply our_mistake() {
  return problem(500,
                 "The server failed at this through a mistake of its own. It has been logged; try "
                 "again, and report it if it happens again.");
}

}  // namespace http
