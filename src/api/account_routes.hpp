#pragma once

#include "api/session_routes.hpp"

namespace api {

/// /api/accounts, for those with "manage_accounts": list, add, change, a new pass phrase. Others
/// get the reply to what is absent.
void add_account_routes(http::Router& router, const SessionSite& site);

}  // namespace api
