#include "raptor/openapi_command.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "accounts/accounts.hpp"
#include "api/account_routes.hpp"
#include "api/routes.hpp"
#include "api/session_routes.hpp"
#include "base/error.hpp"
#include "gallery/gallery.hpp"
#include "http/dispatch.hpp"
#include "raptor/machine.hpp"
#include "store/sqlite_store.hpp"

namespace raptor {

namespace {

/// An empty folder that is gone with this.
class ScratchFolder {
 public:
  ScratchFolder() {
    auto name = (std::filesystem::temp_directory_path() / "raptor-openapi-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr)
      throw base::Error(base::Fault::unavailable, "no folder can be made in /tmp; free some space");
    path_ = name;
  }
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// Routes describe themselves, but are made with all they work with: so of an empty store.
void print_document() {
  const ScratchFolder scratch;
  const auto store = store::open_sqlite(scratch.path());
  accounts::Accounts accounts(*store, {}, store::fill_from_system);
  gallery::Gallery gallery(*store, {.clock = clock_now, .in_step = true});
  http::EventHub events;
  const api::App app{*store, store->consultations(), gallery, events, clock_now};
  http::Router router;
  api::add_all_routes(router, app);
  const api::SessionSite sessions{.accounts = accounts, .now = clock_now};
  api::add_session_routes(router, sessions);
  api::add_account_routes(router, sessions);
  const auto reply = http::dispatch(
      router, http::Site{}, {.target = "/api/openapi.json", .headers = {{"Host", "localhost"}}});
  base::expect(reply.status == 200, "the server to describe itself");
  std::printf("%s\n", reply.body.c_str());
}

}  // namespace

void add_openapi_command(CLI::App& app) {
  auto* command = app.add_subcommand("openapi", "Print what may be asked of the server");
  command->footer(
      "The document that a server gives at /api/openapi.json (OpenAPI 3.1), without one.\n\n"
      "  raptor openapi > openapi.json");
  command->callback(print_document);
}

}  // namespace raptor
