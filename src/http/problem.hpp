#pragma once

#include <optional>
#include <string>

#include "base/error.hpp"
#include "http/reply.hpp"

namespace http {

/// What is wrong with one part of a request (or of a reply, in tests): `field` is a JSON pointer
/// into the body ("/people/0/name", "" for all of it) or the name of a parameter or header.
struct Violation {
  std::string field;
  std::string sentence;
};

/// Thrown by a handler for what no schema can say of a field ("the end is before the start").
class FieldError : public base::Error {
 public:
  explicit FieldError(Violation violation)
      : Error(base::Fault::invalid, violation.sentence), violation_(std::move(violation)) {}
  const Violation& violation() const { return violation_; }

 private:
  Violation violation_;
};

/// Problem details (RFC 9457): application/problem+json with type, title, status, detail and, when
/// one is to blame, field.
Reply problem(int status, const std::string& detail,
              const std::optional<std::string>& field = std::nullopt);

Reply problem_of(const Violation& violation);  ///< 400

/// The one reply for what is not there and for what the caller may not know of: the same bytes
/// always, so that nobody can tell which.
Reply not_found();

/// 401: nobody is signed in.
Reply not_signed_in();

/// 503 with Retry-After.
Reply busy(const std::string& detail);

/// The reply to an error of a handler. The sentence of `missing` is dropped: see not_found.
Reply problem_of(const base::Error& error);

/// 500; says nothing of what happened, which is for the log.
Reply our_mistake();

}  // namespace http
