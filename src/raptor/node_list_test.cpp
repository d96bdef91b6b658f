#include "raptor/node_list.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"

namespace {

// "column: a b+": the positive ones marked.
std::string read(std::string_view text, const raptor::TruthColumn& truth = {}) {
  try {
    const auto list = raptor::read_node_list(text, "n.csv", truth);
    auto shown = list.name_column + ":";
    for (const auto& [name, is_positive] : list.nodes) {
      shown += " " + name + (is_positive ? "+" : "");
    }
    return shown;
  } catch (const base::Error& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("nodes and which of them are looked for") {
  CHECK(read("name,role\na,boss\nb,\n") == "name: a b");
  CHECK(read("x,Node\n1,a\n2,b\n", {"x", "2"}) == "Node: a b+");
  CHECK(read("who;rank\na;1.0\nb;2.0\nc;3.0\n", {"rank", "1, 2"}) == "who: a+ b+ c");
  CHECK(read("name,role\na,boss\n", {"role", "bos"}) == "name: a");
}

TEST_CASE("what is no list of nodes is refused") {
  CHECK(read("") == "n.csv is empty; it should hold nodes");
  CHECK(read("name\na\na\n") == "n.csv, row 3: \"a\" is there twice");
  CHECK(read("name,role\na,b\nc\n") == "n.csv, row 3: there are 1 cells, but the first row has 2");
  CHECK(read("name,role\n,b\n") == "n.csv, row 2: column \"name\" is empty");
  CHECK(read("name,role\na,b\n", {"rank", "1"}) ==
        "n.csv has no column \"rank\"; it has name, role");
}
