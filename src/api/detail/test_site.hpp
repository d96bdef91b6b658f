#pragma once

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "accounts/accounts.hpp"
#include "accounts/change_accounts.hpp"
#include "api/account_routes.hpp"
#include "api/session_routes.hpp"
#include "http/dispatch.hpp"
#include "store/sqlite_store.hpp"

namespace api {

constexpr const char* good_password = "otter-slate-violet-drum";
constexpr base::Seconds noon = 1772020800;

/// An empty folder that is gone when the test is over.
struct TestFolder {
  TestFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "raptor_api_XXXXXX").string();
    if (std::filesystem::exists("/dev/shm")) name = "/dev/shm/raptor_api_XXXXXX";
    path = ::mkdtemp(name.data());
  }
  ~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  std::filesystem::path path;
};

/// The routes of accounts and sessions over a store with ann (analyst, in NIGHTJAR) and adam
/// (administrator), both with the good password. The clock stands until it is moved.
struct TestSite {
  TestSite() {
    add_session_routes(router, parts);
    add_account_routes(router, parts);
    site.identify = identify_by_cookie(parts);
    site.checks_replies = true;
    site.report = [this](const http::RawRequest&, std::string_view what) { reported = what; };
    add("ann", "analyst", {"NIGHTJAR"});
    add("adam", "administrator");
  }

  void add(const std::string& user, const std::string& role,
           const std::vector<std::string>& compartments = {}) {
    accounts::add_account(*store, accounts.hasher(),
                          {user, "Someone", {.roles = {role}, .compartments = compartments}},
                          good_password, accounts::Next::keep,
                          {.actor = "root", .by = accounts::Act::By::machine, .now = now});
  }

  /// "GET /api/session"; with a body unless it is null.
  http::Reply ask(const std::string& line, const nlohmann::json& body = nullptr,
                  const std::string& token = {}, const std::string& peer = "10.0.0.1") {
    const auto space = line.find(' ');
    http::RawRequest request{.method = line.substr(0, space),
                             .target = line.substr(space + 1),
                             .headers = {{"Host", "localhost"}},
                             .peer = peer};
    if (!token.empty()) request.headers.push_back({"Cookie", "session=" + token});
    if (!body.is_null()) {
      request.headers.push_back({"Content-Type", "application/json"});
      request.body = body.dump();
    }
    return dispatch(router, site, request);
  }

  http::Reply sign_in(const std::string& user, const std::string& password = good_password,
                      const std::string& peer = "10.0.0.1") {
    return ask("POST /api/session", {{"user", user}, {"password", password}}, {}, peer);
  }

  static std::string token_of(const http::Reply& reply) {
    const std::string cookie(http::header(reply.headers, "Set-Cookie"));
    return cookie.starts_with("session=") ? cookie.substr(8, cookie.find(';') - 8) : "";
  }

  static nlohmann::json body_of(const http::Reply& reply) {
    return nlohmann::json::parse(reply.content(), nullptr, false);
  }

  /// All of a reply that a caller can see.
  static std::string bytes_of(const http::Reply& reply) {
    std::string bytes = std::to_string(reply.status);
    for (const auto& each : reply.headers) bytes += "\n" + each.name + ": " + each.value;
    return bytes + "\n\n" + std::string(reply.content());
  }

  TestFolder folder;
  base::Seconds now = noon;
  std::string reported;
  std::unique_ptr<store::Store> store = store::open_sqlite(folder.path);
  accounts::Accounts accounts{
      *store, {.cost = {.passes = 1, .memory_bytes = 8192}}, store::fill_from_system};
  http::EventHub events;
  SessionSite parts{.accounts = accounts, .now = [this] { return now; }, .events = &events};
  http::Router router;
  http::Site site;
};

}  // namespace api
