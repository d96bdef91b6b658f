#include "raptor/web_pages.hpp"

#include <fstream>

#include <doctest/doctest.h>
#include <unistd.h>

#include "base/error.hpp"

namespace fs = std::filesystem;

TEST_CASE("pages are read by their path, hidden files are not, and there must be an index") {
  const auto folder =
      fs::temp_directory_path() / ("raptor-web-pages-" + std::to_string(::getpid()));
  fs::create_directories(folder / "assets");
  std::ofstream(folder / "assets" / "main.js") << "let a";
  std::ofstream(folder / ".stamp") << "x";
  CHECK_THROWS_AS(raptor::read_web_pages(folder), base::Error);
  std::ofstream(folder / "index.html") << "<p>";
  const auto files = raptor::read_web_pages(folder);
  CHECK(files.size() == 2);
  CHECK(files.at("assets/main.js") == "let a");
  CHECK(files.at("index.html") == "<p>");
  fs::remove_all(folder);
}
