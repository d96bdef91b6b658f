#include "layout/layout.hpp"

#include <doctest/doctest.h>

TEST_CASE("the shipped layouts can be read") {
  std::string names;
  for (const auto& layout : layout::shipped_layouts()) names += layout.name + " ";
  CHECK(names.find("call-data-records call-pairs co-presence intelligence-reports met-pairs "
                   "nominal-and-crime ") != std::string::npos);
}
