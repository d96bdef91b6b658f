#include "raptor/edge_list.hpp"

#include <sstream>

#include <doctest/doctest.h>

#include "base/error.hpp"

namespace {

// "table ann-bob:2 …": the form and the ties by name.
std::string read(std::string_view text) {
  const auto list = raptor::read_edge_list(text, "ties.csv");
  const char* const forms[] = {"table", "matrix", "plain"};
  std::ostringstream shown;
  shown << forms[static_cast<int>(list.form)];
  for (const auto& tie : list.ties) {
    shown << ' ' << list.names[tie.source] << '-' << list.names[tie.target];
    if (tie.weight != 1) shown << ':' << tie.weight;
  }
  return shown.str();
}

std::string refusal(std::string_view text) {
  try {
    read(text);
  } catch (const base::Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("what a list of ties may look like") {
  CHECK(read("source,target\nann,bob\nbob,cy\n") == "table ann-bob bob-cy");
  CHECK(read("Weight;Target;Source\n2;b;a\n") == "table a-b:2");
  CHECK(read("source;target;weight\na;b;2.5\n") == "table a-b:2.5");
  CHECK(read("source\ttarget\tweight\na\tb\t2\n") == "table a-b:2");
  CHECK(read("source,target,weight,kind,time\na,b,1,call,2024-01-02\n") == "table a-b");
  CHECK(read("source,target\n\"Lee, Ann\",bob\n") == "table Lee, Ann-bob");
  CHECK(read("\"\",x,y\nx,0,3\ny,,1\n") == "matrix x-y:3");
  CHECK(read("0 1 1\n0 2 4\n") == "plain 0-1 0-2:4");
  CHECK(read("0\t1\r\n1\t2\r\n") == "plain 0-1 1-2");
}

TEST_CASE("names are sorted, kept without ties, and ties to oneself counted") {
  const auto list = raptor::read_edge_list("source,target,weight\nz,z,1\nb,a,0\n", "x");
  CHECK(list.names == std::vector<std::string>{"a", "b", "z"});
  CHECK(list.ties.empty());
  CHECK(list.self_ties == 1);
}

TEST_CASE("what cannot be read is refused with its place") {
  CHECK(refusal("") == "ties.csv is empty; it should hold ties");
  CHECK(refusal("source,target,weight\na,b,x\n") ==
        "ties.csv, row 2: column \"weight\" is \"x\"; a weight is a number from 0 to 1e15");
  CHECK(refusal("source,target,weight\na,b,-1\n").find("row 2: column \"weight\"") !=
        std::string::npos);
  CHECK(refusal("source,target,weight\na,b,inf\n").find("0 to 1e15") != std::string::npos);
  CHECK(refusal("source,target,weight\na,b,1e308\n").find("0 to 1e15") != std::string::npos);
  CHECK(refusal("source,target\n").find("no ties") != std::string::npos);
  CHECK(refusal("source,target\na,\n") ==
        "ties.csv, row 2: column \"target\" is empty; it should name somebody");
  CHECK(refusal("source,target\na,b\nc\n") ==
        "ties.csv, row 3: there are 1 cells, but the first row has 2");
  CHECK(refusal("source,target,source\na,b,c\n") ==
        "ties.csv, row 1: two columns are called \"source\"");
  CHECK(refusal("source,target\na,\"b\n").find("cut off") != std::string::npos);
  CHECK(refusal("from,into\na,b\n").find("names no columns source and target") !=
        std::string::npos);
  CHECK(refusal(",x,y\nx,0,1\n").find("cut off") != std::string::npos);
  CHECK(refusal(",x,y\nx,0,1\nz,0,1\n").find("\"z\" is not in the first row") != std::string::npos);
  CHECK(refusal(",x,y\nx,0,1\nx,0,1\n").find("\"x\" is there twice") != std::string::npos);
  CHECK(refusal(",x,x\nx,0,1\n").find("\"x\" is there twice") != std::string::npos);
  CHECK(refusal("0 1 1\n0 2\n") == "ties.csv, row 2: there are 2 words, but the first row has 3");
}
