#include "http/detail/guard.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "http/problem.hpp"

namespace http {

namespace {

// "localhost:8080" without its port; "" if the port is no number.
std::string_view without_port(std::string_view host) {
  const auto after_address = host.starts_with('[') ? host.find(']') : 0;
  if (after_address == std::string_view::npos) return {};
  const auto colon = host.find(':', after_address);
  if (colon == std::string_view::npos) return host;
  const auto port = host.substr(colon + 1);
  const bool is_number = !port.empty() && port.size() <= 5 &&
                         port.find_first_not_of("0123456789") == std::string_view::npos;
  return is_number ? host.substr(0, colon) : std::string_view();
}

}  // namespace

std::optional<Reply> refuse_host(const RawRequest& request, const Site& site) {
  if (count_headers(request.headers, "Host") != 1) {
    return problem(400, "A request needs exactly one Host header.", "Host");
  }
  const auto host = base::to_lower_ascii(header(request.headers, "Host"));
  const auto name = without_port(host);
  if (std::find(site.hosts.begin(), site.hosts.end(), name) != site.hosts.end()) return {};
  return problem(421,
                 "This server does not go by that name. Use the address that you were given, or "
                 "have the name added to the server's settings.",
                 "Host");
}

std::optional<Reply> refuse_origin(const RawRequest& request, const Site& site) {
  if (request.method == "GET" || request.method == "HEAD") return {};
  const auto foreign = [](const char* field) {
    return problem(403, "This request came from another site's page, and was refused.", field);
  };
  const auto fetch_site = header(request.headers, "Sec-Fetch-Site");
  if (!fetch_site.empty() && fetch_site != "same-origin" && fetch_site != "none") {
    return foreign("Sec-Fetch-Site");
  }
  if (count_headers(request.headers, "Origin") == 0) return {};
  const std::string ours = (site.transport == Transport::tls ? "https://" : "http://") +
                           base::to_lower_ascii(header(request.headers, "Host"));
  const auto origin = base::to_lower_ascii(header(request.headers, "Origin"));
  if (count_headers(request.headers, "Origin") == 1 && origin == ours) return {};
  return foreign("Origin");
}

}  // namespace http
