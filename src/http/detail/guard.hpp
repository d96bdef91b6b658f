#pragma once

#include <optional>

#include "http/reply.hpp"
#include "http/request.hpp"
#include "http/site.hpp"

namespace http {

/// 400 unless there is one Host, 421 unless it names this site.
std::optional<Reply> refuse_host(const RawRequest& request, const Site& site);

/// 403 for anything but GET and HEAD that another site's page sent: by its Origin, which must be
/// this very scheme, host and port, and by what the browser says in Sec-Fetch-Site.
std::optional<Reply> refuse_origin(const RawRequest& request, const Site& site);

}  // namespace http
