#include <algorithm>
#include <fstream>

#include <doctest/doctest.h>

#include "acquire/import_file.hpp"
#include "api/detail/test_site.hpp"
#include "api/routes.hpp"

using nlohmann::json;

namespace {

constexpr const char* crimes =
    "Crime Reference,Offence,Offence Date,Role,Nominal Ref,Surname,Forenames,Address,Postcode\n"
    "C1,drug_trafficking,05/01/2026,Suspect,N1,LEE,Ann,1 Mill Lane,ZZ1 1AA\n"
    "C1,drug_trafficking,05/01/2026,Suspect,N2,OBI,Bob,7 Quill Road,ZZ1 1AB\n"
    "C2,robbery,05/02/2026,Suspect,N2,OBI,Bob,7 Quill Road,ZZ1 1AB\n"
    "C2,robbery,05/02/2026,Suspect,N3,KHAN,Cat,9 Fen Way,ZZ1 1AC\n"
    "C2,robbery,05/02/2026,Victim,N4,ROE,Dan,2 Mill Lane,ZZ1 1AA\n";

/// A server without sockets over a store of those crimes, asked by somebody who may do everything.
class Region {
 public:
  Region() {
    const auto file = folder_.path / "crimes.csv";
    std::ofstream(file) << crimes;
    acquire::import_file(*store_, viewer_,
                         {.file = file,
                          .source = "crime",
                          .force = "North",
                          .layout = "nominal-and-crime",
                          .legal_basis = {.basis = "test"}},
                         {}, [] { return now; });
    api::add_all_routes(router_, app_);
    site_.checks_replies = true;
    site_.identify = [this](const http::RawRequest&) { return principal(); };
  }

  http::Reply reply(const std::string& line, const json& body = nullptr) {
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
  json ask(const std::string& line, const json& body = nullptr) {
    const auto given = reply(line, body);
    REQUIRE(given.status == 200);
    return json::parse(given.content());
  }
  /// The name of the person whose caption begins so.
  std::string named(const std::string& caption) {
    const auto found = ask("POST /api/search", {{"query", caption}, {"nouns", {"person"}}});
    REQUIRE(found["count"] == 1);
    return found["entities"][0]["entity"];
  }

 private:
  http::Principal principal() {
    accounts::SignedIn signed_in{};
    signed_in.viewer = viewer_;
    return {.user = viewer_.name,
            .session = viewer_.name,
            .permissions = {"see_picture", "search"},
            .data = std::make_shared<const accounts::SignedIn>(std::move(signed_in))};
  }

  static constexpr base::Seconds now = 1'800'000'000;
  api::TestFolder folder_;
  access::Viewer viewer_{.name = "ann"};
  std::unique_ptr<store::Store> store_ = store::open_sqlite(folder_.path / "store");
  gallery::Gallery gallery_{*store_,
                            {.threads = {1}, .clock = [] { return now; }, .in_step = true}};
  gallery::PastPictures past_{*store_, {.threads = {1}, .clock = [] { return now; }}};
  http::EventHub events_;
  api::App app_{*store_, store_->consultations(), gallery_, past_, events_, [] { return now; }};
  http::Router router_;
  http::Site site_;
};

}  // namespace

TEST_CASE("of several, each two are joined; of two, as many paths as are asked for") {
  Region region;
  const auto ann = region.named("ann lee"), bob = region.named("bob obi"),
             cat = region.named("cat khan");
  const auto among = region.ask("POST /api/paths", {{"entities", {ann, bob, cat}}});
  REQUIRE(among["pairs"].size() == 3);
  CHECK(among["pairs"][1]["paths"][0]["entities"].size() == 3);
  CHECK(among["pairs"][1]["paths"][0]["entities"][1]["entity"] == bob);
  const auto through_all =
      region.ask("POST /api/paths",
                 {{"entities", {ann, cat}}, {"through", "all"}, {"order", "time"}, {"count", 1}});
  CHECK(through_all["pairs"][0]["paths"][0]["entities"].size() == 5);
  const auto back = region.ask("POST /api/paths",
                               {{"entities", {cat, ann}}, {"through", "all"}, {"order", "time"}});
  CHECK(back["pairs"][0]["paths"].empty());
  CHECK(back["pairs"][0]["says"] == "no path in what you may see");
  CHECK(region.reply("POST /api/paths", {{"entities", {ann}}}).status == 400);
}

TEST_CASE("a list is given page by page, filtered, and whole as a file") {
  Region region;
  const auto first = region.ask("GET /api/nominals?limit=2");
  CHECK(first["count"] == 3);
  CHECK(first["next_cursor"] == "c2");
  const auto last = region.ask("GET /api/nominals?limit=2&cursor=c2");
  CHECK(last["rows"].size() == 1);
  CHECK(last["next_cursor"].is_null());
  CHECK(region.ask("GET /api/nominals?force=Elsewhere")["count"] == 0);
  CHECK(region.ask("GET /api/networks?until=2025-12-31")["count"] == 0);
  CHECK(region.ask("GET /api/protection?reason=victim")["count"] == 1);
  CHECK(region.ask("GET /api/protection?reason=under_18")["count"] == 0);
  const auto file = region.reply("GET /api/nominals.csv");
  std::string text, chunk;
  while (file.stream(chunk)) text += chunk;
  CHECK(std::count(text.begin(), text.end(), '\n') == 4);
  CHECK(text.starts_with("marking,rank,entity,caption,"));
  CHECK(text.find("\nOFFICIAL-SENSITIVE,1,") != std::string::npos);
}

TEST_CASE("a network is asked for by its name, with what its members did and where") {
  Region region;
  const std::string name = region.ask("GET /api/networks")["rows"][0]["network"];
  const auto page = region.ask("GET /api/networks/" + name);
  CHECK(page["network"] == name);
  CHECK(page["members"].size() >= 3);
  const auto timeline =
      region.ask("POST /api/networks/" + name + "/timeline", {{"nouns", {"crime"}}});
  REQUIRE(timeline["count"] == 2);
  CHECK(timeline["items"][0]["parts"].size() == 2);
  CHECK(region.ask("POST /api/networks/" + name + "/places", json::object())["count"] >= 3);
  CHECK(region.reply("GET /api/networks/0000000000000000-person").status == 404);
}

TEST_CASE("what changed since a day, and a profile as at one") {
  Region region;
  const auto changes = region.ask("GET /api/changes?since=2026-01-20");
  CHECK(changes["as_at_before"] == "2026-01-20");
  CHECK(changes["new_records"] == 3);
  CHECK(changes["new_people"]["count"] == 2);
  CHECK(changes["networks"]["count"] == 1);
  CHECK(region.ask("GET /api/changes?since=2030-01-01")["new_records"] == 0);
  CHECK(region.reply("GET /api/changes").status == 400);
  const auto cat = region.named("cat khan");
  CHECK(region.reply("GET /api/entities/" + cat + "?as_at=2026-01-20").status == 404);
  CHECK(region.ask("GET /api/entities/" + cat + "?as_at=2026-02-05")["events"]["count"] == 1);
  CHECK_FALSE(region.ask("GET /api/entities/" + cat)["networks"].empty());
}
