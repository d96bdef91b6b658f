#include "raptor/openapi_command.hpp"

#include <cstdio>
#include <filesystem>

#include <unistd.h>

#include "accounts/accounts.hpp"
#include "api/account_routes.hpp"
#include "api/routes.hpp"
#include "api/session_routes.hpp"
#include "base/error.hpp"
#include "raptor/machine.hpp"
#include "store/sqlite_store.hpp"

namespace raptor {

namespace {

/// Routes are described by adding them, and stand over a store: over this one, which is empty and
/// gone afterwards.
class EmptyFolder {
 public:
  EmptyFolder() {
    auto pattern = (std::filesystem::temp_directory_path() / "raptor-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
      throw base::Error(base::Fault::unavailable, "no room for a small file: look at the disk");
    path_ = pattern;
  }
  ~EmptyFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  EmptyFolder(const EmptyFolder&) = delete;
  EmptyFolder& operator=(const EmptyFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace

std::string openapi_text() {
  const EmptyFolder folder;
  const auto store = store::open_sqlite(folder.path());
  gallery::Gallery gallery(*store, {.clock = clock_now, .in_step = true});
  gallery::PastPictures past(*store, {.clock = clock_now});
  accounts::Accounts accounts(*store, {}, store::fill_from_system);
  http::EventHub events;
  const api::App app{*store, store->consultations(), gallery, past, events, clock_now};
  const api::SessionSite sessions{accounts, clock_now};
  http::Router router;
  api::add_all_routes(router, app);
  api::add_session_routes(router, sessions);
  api::add_account_routes(router, sessions);
  return api::describe(router).dump(2);
}

void add_openapi_command(CLI::App& app) {
  auto* command = app.add_subcommand("openapi", "Print what the server may be asked, as OpenAPI");
  command->footer(
      "What /api/openapi.json answers, without a server or a store.\n\n"
      "  raptor openapi > openapi.json");
  command->callback([] { std::puts(openapi_text().c_str()); });
}

}  // namespace raptor
