#include "base/csv.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"

namespace {

// Rows as "a|b / c|d".
std::string rows(std::string_view text, base::CsvDialect dialect = {}) {
  base::CsvReader reader(text, dialect);
  std::vector<std::string_view> cells;
  std::string all;
  while (reader.next(cells)) {
    if (!all.empty()) all += " / ";
    for (std::size_t i = 0; i < cells.size(); ++i)
      all += (i > 0 ? "|" : "") + std::string(cells[i]);
  }
  return all;
}

char delimiter(std::string_view text) { return base::sniff_csv(text).delimiter; }

}  // namespace

TEST_CASE("rows and cells") {
  CHECK(rows("a,b\nc,d\n") == "a|b / c|d");
  CHECK(rows("a,b\r\nc,d") == "a|b / c|d");
  CHECK(rows("a,b\rc,d\r") == "a|b / c|d");
  CHECK(rows("a,\n,b\n") == "a| / |b");
  CHECK(rows("a,") == "a|");
  CHECK(rows("\n\na\n\n") == "a");
  CHECK(rows("") == "");
}

TEST_CASE("quotes") {
  CHECK(rows("\"a,b\",c\n") == "a,b|c");
  CHECK(rows("\"a \"\"b\"\"\",\"c\"\"\"\n") == "a \"b\"|c\"");
  CHECK(rows("\"a\nb\",c\nd,e") == "a\nb|c / d|e");
  CHECK(rows("\"\",x\n") == "|x");
  CHECK(rows("say \"hi\",x\n") == "say \"hi\"|x");
  CHECK(rows("\"a\" b,x\n") == "a b|x");
  CHECK(rows("a, \"b, c\"\n") == "a|b, c");
}

TEST_CASE("a reader knows where it is and whether the text was cut off") {
  base::CsvReader reader("h\n\"a\nb\"\"\"\nc\n\"cut", {});
  std::vector<std::string_view> cells;
  CHECK(reader.next(cells));
  CHECK(reader.next(cells));
  CHECK(reader.line() == 2);
  CHECK(reader.next(cells));
  CHECK(reader.line() == 4);
  CHECK(reader.row() == 3);
  CHECK_FALSE(reader.ended_in_quotes());
  CHECK(reader.next(cells));
  CHECK(cells[0] == "cut");
  CHECK(reader.ended_in_quotes());
  CHECK_FALSE(reader.next(cells));
}

TEST_CASE("a line without end is refused with its number") {
  const std::string long_line = "a\n" + std::string(std::size_t{11} << 20, 'x');
  CHECK_THROWS_WITH_AS(rows(long_line), doctest::Contains("line 2 is over 1 MiB"), base::Error);
  CHECK_THROWS_AS(rows("\"" + long_line), base::Error);
}

TEST_CASE("delimiters are recognised") {
  CHECK(delimiter("a,b\n1,2\n") == ',');
  CHECK(delimiter("a;b\n1,5;2,5\n") == ';');
  CHECK(delimiter("a\tb, c\n1\t2\n") == '\t');
  CHECK(delimiter("a|b\n1|2\n") == '|');
  CHECK(delimiter("single\nx\n") == ',');
}

TEST_CASE("what is written can be read, and a spreadsheet runs none of it") {
  CHECK(base::csv_cell("a,\"b\"") == "\"a,\"\"b\"\"\"");
  CHECK(base::csv_cell("=1+1") == "'=1+1");
  CHECK(base::csv_cell("+447700900123") == "'+447700900123");
  CHECK(base::csv_row({"a", "b c"}) == "a,b c\n");
}
