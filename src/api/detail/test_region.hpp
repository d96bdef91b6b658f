#pragma once

#include <fstream>
#include <memory>
#include <string>

#include <doctest/doctest.h>

#include "acquire/import_file.hpp"
#include "api/detail/test_site.hpp"
#include "api/routes.hpp"

namespace api {

/// A server without sockets over a store of a file of crimes, asked by somebody who may do
/// everything but see what is in a compartment. The clock stands until it is moved.
class TestRegion {
 public:
  explicit TestRegion(const std::string& crimes) {
    import("crimes", crimes);
    api::add_all_routes(router_, app_);
    site_.checks_replies = true;
    site_.identify = [this](const http::RawRequest&) { return principal(); };
  }

  /// As the viewer who asks.
  void import(const std::string& name, const std::string& text, const model::Label& label = {}) {
    const auto file = folder_.path / (name + ".csv");
    std::ofstream(file) << text;
    acquire::import_file(*store_, viewer,
                         {.file = file,
                          .source = "crime",
                          .force = "North",
                          .layout = "nominal-and-crime",
                          .legal_basis = {.basis = "test"},
                          .label = label},
                         {}, [this] { return now; });
  }

  http::Reply send(const http::RawRequest& request) {
    return http::dispatch(router_, site_, request);
  }
  http::Reply reply(const std::string& line, const nlohmann::json& body = nullptr) {
    const auto space = line.find(' ');
    http::RawRequest request{.method = line.substr(0, space),
                             .target = line.substr(space + 1),
                             .headers = {{"Host", "localhost"}},
                             .peer = "test"};
    if (!body.is_null()) {
      request.headers.push_back({"Content-Type", "application/json"});
      request.body = body.dump();
    }
    return http::dispatch(router_, site_, request);
  }
  nlohmann::json ask(const std::string& line, const nlohmann::json& body = nullptr) {
    const auto given = reply(line, body);
    REQUIRE(given.status == 200);
    return nlohmann::json::parse(given.content());
  }
  /// The status and, of a refusal, the field that is to blame: "400 /was".
  std::string outcome(const std::string& line, const nlohmann::json& body) {
    const auto given = reply(line, body);
    const auto told = nlohmann::json::parse(given.content(), nullptr, false);
    return std::to_string(given.status) +
           (told.contains("field") ? " " + told["field"].get<std::string>() : "");
  }
  /// The name of the person whose caption begins so.
  std::string named(const std::string& caption) {
    const auto found = ask("POST /api/search", {{"query", caption}, {"nouns", {"person"}}});
    REQUIRE(found["count"] == 1);
    return found["entities"][0]["entity"];
  }

  access::Viewer viewer{.name = "ann"};
  base::Seconds now = 1'800'000'000;

 private:
  http::Principal principal() {
    accounts::SignedIn signed_in{};
    signed_in.viewer = viewer;
    return {.user = viewer.name,
            .session = viewer.name,
            .permissions = {"see_picture", "search", "decide", "import_files"},
            .data = std::make_shared<const accounts::SignedIn>(std::move(signed_in))};
  }

  TestFolder folder_;
  std::unique_ptr<store::Store> store_ = store::open_sqlite(folder_.path / "store");
  gallery::Gallery gallery_{*store_,
                            {.threads = {1}, .clock = [this] { return now; }, .in_step = true}};
  gallery::PastPictures past_{*store_, {.threads = {1}, .clock = [this] { return now; }}};
  http::EventHub events_;
  App app_{*store_, store_->consultations(), gallery_, past_, events_, [this] { return now; }};
  http::Router router_;
  http::Site site_;
};

}  // namespace api
