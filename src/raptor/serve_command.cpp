#include "raptor/serve_command.hpp"

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <thread>

#include <sys/resource.h>
#include <unistd.h>

#include "accounts/accounts.hpp"
#include "accounts/demo_accounts.hpp"
#include "api/account_routes.hpp"
#include "api/routes.hpp"
#include "api/session_routes.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "gallery/gallery.hpp"
#include "http/server.hpp"
#include "http/static_assets.hpp"
#include "raptor/machine.hpp"
#include "raptor/web_pages.hpp"
#include "store/sqlite_store.hpp"

namespace raptor {

namespace {

struct ServeArguments {
  std::string data = "data", listen = "127.0.0.1:8080", certificate, key, web;
  std::vector<std::string> hosts, demo_compartments;
  bool demo = false;
};

// Handled by wait_for_signal only: set before any thread is made, as threads inherit it.
sigset_t block_stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

void listen_at(const std::string& listen, http::Settings& settings) {
  const auto colon = listen.rfind(':');
  int port = -1;
  if (colon != std::string::npos) {
    try {
      port = std::stoi(listen.substr(colon + 1));
    } catch (const std::exception&) {
    }
  }
  if (port < 0 || port > 65535) {
    throw base::Error(
        base::Fault::invalid,
        "--listen needs an address and a port, as 127.0.0.1:8080, not " + base::quoted(listen));
  }
  settings.address = listen.substr(0, colon);
  settings.port = static_cast<std::uint16_t>(port);
}

// Whoever asks comes before what is built for the next who ask.
void give_way_to_others() {
  constexpr int least_urgent = 19;
  setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), least_urgent);
}

// Null when there are none: then programs are answered, and browsers told that nothing is there.
std::unique_ptr<http::StaticAssets> web_pages(const std::string& named) {
  const auto usual = usual_web_folder();
  if (named.empty() && !std::filesystem::exists(usual)) {
    std::printf(
        "There are no web pages in %s: only programs are answered. script/web makes them.\n",
        usual.c_str());
    return nullptr;
  }
  return std::make_unique<http::StaticAssets>(
      read_web_pages(named.empty() ? usual : std::filesystem::path(named)));
}

void print_demo_accounts(const std::vector<accounts::DemoAccount>& demo) {
  if (demo.empty()) return;
  std::printf("Demo accounts, whose pass phrases are shown this once:\n");
  for (const auto& account : demo) {
    std::printf("  %-14s %-42s %s\n", account.user.c_str(), account.pass_phrase.c_str(),
                account.what.c_str());
  }
}

/// Ends sessions whose time is over, and the event streams that they hold.
class Sweeper {
 public:
  explicit Sweeper(const api::SessionSite& sessions)
      : thread_([sessions](const std::stop_token& stop) {
          while (!stop.stop_requested()) {
            api::end_sessions_that_are_over(sessions);
            std::this_thread::sleep_for(std::chrono::milliseconds(500));
          }
        }) {}

 private:
  std::jthread thread_;
};

void run(const ServeArguments& arguments) {
  const auto signals = block_stop_signals();
  http::Settings settings{.certificate_file = arguments.certificate, .key_file = arguments.key};
  listen_at(arguments.listen, settings);
  const auto store = store::open_sqlite(arguments.data);
  accounts::Accounts accounts(*store, {}, store::fill_from_system);
  if (arguments.demo) {
    print_demo_accounts(accounts::make_demo_accounts(*store, accounts.hasher(), accounts.random(),
                                                     arguments.demo_compartments, clock_now()));
  }
  gallery::Gallery gallery(*store, {.clock = clock_now, .on_start = give_way_to_others});
  gallery::PastPictures past(*store, {.clock = clock_now});
  http::EventHub events;
  gallery.on_change([&](const std::string& audience) {
    events.publish(audience, "picture", {{"has_changed", true}});
  });
  const api::App app{*store, store->consultations(), gallery, past, events, clock_now};
  http::Router router;
  api::add_all_routes(router, app);
  const auto transport =
      arguments.certificate.empty() ? http::Transport::plain : http::Transport::tls;
  http::Site site{.transport = transport};
  const api::SessionSite sessions{accounts, clock_now, transport, &events};
  api::add_session_routes(router, sessions);
  api::add_account_routes(router, sessions);
  site.identify = api::identify_by_cookie(sessions);
  site.report = [](const http::RawRequest& request, std::string_view what) {
    std::fprintf(stderr, "raptor: %s %s: %.*s\n", request.method.c_str(), request.target.c_str(),
                 static_cast<int>(what.size()), what.data());
  };
  const auto assets = web_pages(arguments.web);
  site.assets = assets.get();
  for (const auto& host : arguments.hosts) site.hosts.push_back(host);
  const Sweeper sweeper(sessions);
  http::Server server(router, site, settings);
  std::printf("RAPTOR is at %s://%s:%u (stop it with Ctrl-C)\n",
              transport == http::Transport::tls ? "https" : "http", settings.address.c_str(),
              static_cast<unsigned>(server.port()));
  std::fflush(stdout);
  int signal = 0;
  sigwait(&signals, &signal);
  std::printf("stopping …\n");
  events.close_all();
  server.stop();
}

}  // namespace

void add_serve_command(CLI::App& app) {
  const auto arguments =
      std::make_shared<ServeArguments>();  // lives as long as the command's callback
  auto* command = app.add_subcommand("serve", "Serve pictures to browsers and programs");
  command->footer(
      "Everybody signs in (raptor user add), every answer holds only what its reader may see, and "
      "every consultation is logged before it is shown.\n\n"
      "  raptor serve --data data\n"
      "  raptor serve --data data --listen 0.0.0.0:8443 --certificate cert.pem --key key.pem "
      "--host raptor.example");
  command->add_option("--data", arguments->data, "The store's folder")->capture_default_str();
  command->add_option("--listen", arguments->listen, "Address and port; port 0 takes a free one")
      ->capture_default_str();
  command->add_option("--certificate", arguments->certificate, "For TLS: a PEM file");
  command->add_option("--key", arguments->key, "For TLS: the certificate's key, a PEM file");
  command->add_option("--host", arguments->hosts, "A name that it may be asked for by");
  command->add_option("--web", arguments->web,
                      "The folder of the web pages (default: web, beside the program's folder)");
  command->add_flag("--demo", arguments->demo,
                    "Make four demo accounts if there are none, and print their pass phrases");
  command->add_option("--demo-compartment", arguments->demo_compartments,
                      "A compartment that one of the demo accounts holds");
  command->callback([arguments] { run(*arguments); });
}

}  // namespace raptor
