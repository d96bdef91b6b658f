#include "simulate/detail/files.hpp"

#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "base/text.hpp"

namespace {

/// Every quoted word of a layout file, as headers are compared: letters and digits, lower case.
std::set<std::string> words_of_layout(const std::string& name) {
  std::ifstream file(RAPTOR_SOURCE_DIR "/data/layout/" + name + ".json");
  std::stringstream text;
  text << file.rdbuf();
  std::set<std::string> words;
  const auto pieces = base::split(text.view(), '"');
  for (std::size_t i = 1; i < pieces.size(); i += 2) words.insert(base::fold_tight(pieces[i]));
  return words;
}

/// "Person 2 Name" is known as "Person # Name".
bool is_known(std::string_view header, const std::set<std::string>& words) {
  std::string unnumbered(header);
  std::erase_if(unnumbered, [](char c) { return c >= '0' && c <= '9'; });
  return words.count(base::fold_tight(header)) == 1 ||
         words.count(base::fold_tight(unnumbered)) == 1;
}

TEST_CASE("every header of every file is one that its layout knows") {
  for (std::size_t kind = 0; kind < simulate::file_kinds; ++kind) {
    const auto& shape = simulate::shape_of(static_cast<simulate::FileKind>(kind));
    const auto known = words_of_layout(std::string(shape.layout));
    REQUIRE_MESSAGE(known.size() > 5, "there is no data/layout/", shape.layout, ".json");
    for (const std::string_view header : shape.header) {
      CHECK_MESSAGE(is_known(header, known), shape.layout, " knows no ", header);
    }
  }
}

}  // namespace
