#include <cstdio>
#include <exception>
#include <string>

#include <CLI/CLI.hpp>

#include "base/error.hpp"
#include "raptor/audit_command.hpp"
#include "raptor/evaluate_command.hpp"
#include "raptor/import_all_command.hpp"
#include "raptor/import_command.hpp"
#include "raptor/model_command.hpp"
#include "raptor/openapi_command.hpp"
#include "raptor/picture_command.hpp"
#include "raptor/rank_command.hpp"
#include "raptor/resolve_command.hpp"
#include "raptor/score_command.hpp"
#include "raptor/serve_command.hpp"
#include "raptor/simulate_command.hpp"
#include "raptor/user_command.hpp"

namespace {

constexpr int it_failed = 1, asked_wrongly = 2;

int run(int argc, char** argv) {
  CLI::App app(
      "RAPTOR finds, in the records of many forces, the few people who exploit many.\n"
      "Every command explains itself: raptor COMMAND --help",
      "raptor");
  app.require_subcommand(1);
  app.set_version_flag("--version", RAPTOR_VERSION);
  raptor::add_import_command(app);
  raptor::add_import_all_command(app);
  raptor::add_picture_command(app);
  raptor::add_resolve_command(app);
  raptor::add_score_command(app);
  raptor::add_model_command(app);
  raptor::add_rank_command(app);
  raptor::add_simulate_command(app);
  raptor::add_evaluate_command(app);
  raptor::add_serve_command(app);
  raptor::add_openapi_command(app);
  raptor::add_audit_command(app);
  raptor::add_user_command(app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : asked_wrongly;
  }
  return 0;
}

int fail(const char* sentence) {
  std::fprintf(stderr, "raptor: %s\n", sentence);
  return it_failed;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const base::Error& error) {
    return fail(error.what());
  } catch (const std::bad_alloc&) {
    return fail(
        "there is not enough memory for this; try it with fewer records or on a larger machine");
  } catch (const std::exception& error) {
    return fail((std::string("something went wrong that should not have; please report it: ") +
                 error.what())
                    .c_str());
  }
}
