#pragma once

#include "api/app.hpp"
#include "http/router.hpp"

namespace api {

// One function for each part of the picture. All routes of them need the permission that they name,
// and answer what is hidden as what is absent.

void add_search_routes(http::Router& router, const App& app);
void add_entity_routes(http::Router& router, const App& app);
void add_identity_routes(http::Router& router, const App& app);
void add_path_routes(http::Router& router, const App& app);
void add_network_routes(http::Router& router, const App& app);
void add_change_routes(http::Router& router, const App& app);
void add_list_routes(http::Router& router, const App& app);
void add_record_routes(http::Router& router, const App& app);
void add_decision_routes(http::Router& router, const App& app);
void add_correction_routes(http::Router& router, const App& app);
void add_note_routes(http::Router& router, const App& app);
void add_view_routes(http::Router& router, const App& app);
void add_import_routes(http::Router& router, const App& app);
void add_audit_routes(http::Router& router, const App& app);
void add_picture_routes(http::Router& router, const App& app);

/// What the caller's server, or the command `raptor openapi`, says of all routes.
nlohmann::json describe(const http::Router& router);

/// All of them, and the document that describes them.
void add_all_routes(http::Router& router, const App& app);

}  // namespace api
