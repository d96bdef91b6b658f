#include "acquire/choose_layout.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"

namespace {

std::string recognised(const std::vector<std::string>& header) {
  try {
    return acquire::layout_of_header(header).name;
  } catch (const base::Error& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("each shipped layout is recognised from its own columns, whole or only the required") {
  for (const auto& item : layout::shipped_layouts()) {
    if (!item.has_header) continue;
    std::vector<std::string> all, required;
    for (const auto& column : item.columns) {
      all.push_back(column.name);
      if (column.required) required.push_back(column.name);
    }
    CHECK(recognised(all) == item.name);
    CHECK(recognised(required) == item.name);
  }
}

TEST_CASE("a header that several layouts fit is asked about") {
  const auto sentence =
      recognised({"Crime Ref", "Offence", "Role", "Surname", "A Number", "B Number", "Start Date"});
  CHECK(sentence ==
        "several layouts fit its header; say which it is with --layout: call-data-records, "
        "nominal-and-crime");
}
