#include <doctest/doctest.h>

#include "api/detail/test_region.hpp"

TEST_CASE("who takes in a file is told how far it is, and nobody else") {
  const std::string header = "Crime Reference,Offence,Offence Date,Role,Surname,Forenames\n";
  api::TestRegion region(header + "C1,theft,05/01/2026,Suspect,LEE,Ann\n");
  const auto own = region.reply("GET /api/events");
  region.viewer.name = "bea";
  const auto other = region.reply("GET /api/events");
  region.viewer.name = "ann";
  std::string file = header;
  for (int i = 0; i < 9000; ++i)
    file += "C" + std::to_string(i) + ",theft,05/01/2026,Witness,OBI,Bob\n";
  const auto taken =
      region.send({.method = "POST",
                   .target = "/api/imports?file=more.csv&source=crime&force=North&basis=policing",
                   .headers = {{"Host", "localhost"}, {"Content-Type", "application/octet-stream"}},
                   .body = file,
                   .peer = "test"});
  CHECK(taken.status == 201);
  const auto told = own.events->take();
  CHECK(
      told.starts_with("event: import\ndata: {\"file\":\"more.csv\",\"rows\":4096,\"share\":0.4"));
  CHECK(told.find("\"rows\":9000,\"share\":1.0}") != std::string::npos);
  CHECK(other.events->take() == "");
}
