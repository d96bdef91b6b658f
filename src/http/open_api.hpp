#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "http/router.hpp"

namespace http {

struct ApiInfo {
  std::string title, version, description;
  std::string session_cookie = "session";  ///< as cookie_name gives it
};

/// The OpenAPI 3.1 document of these routes; the same routes give the same bytes.
nlohmann::json open_api_document(const Router& router, const ApiInfo& info);

}  // namespace http
