#include "resolve/recognise_columns.hpp"

#include <sstream>
#include <string>

#include <doctest/doctest.h>

namespace {

using Values = std::vector<std::string>;

/// "header=kind", by the header alone (its values say nothing).
std::string taken(const std::string& headers) {
  std::vector<resolve::ColumnSample> columns;
  std::istringstream stream(headers);
  for (std::string header; std::getline(stream, header, ',');) {
    columns.push_back({header, {"12a", "zz9"}});
  }
  std::string answer;
  for (const auto& verdict : resolve::recognise_columns(columns)) {
    answer += answer.empty() ? "" : " ";
    answer += verdict.kind ? std::string(to_string(*verdict.kind)) : "-";
  }
  return answer;
}

std::string taken_by_values(const Values& values) {
  const auto verdict = resolve::recognise_columns({{"col7", values}}).front();
  return verdict.kind ? std::string(to_string(*verdict.kind)) : "-";
}

std::string field_of(const std::string& header) {
  return resolve::recognise_columns({{header, {"12a", "zz9"}}}).front().field;
}

}  // namespace

TEST_CASE("headers of published sets") {
  CHECK(taken("full_name,first_and_surname,first_name,surname,dob,birth_place,postcode_fake,gender,"
              "occupation") == "name name name name date text code category text");
  CHECK(taken(" given_name, surname, street_number, address_1, address_2, suburb, postcode, state,"
              " date_of_birth, soc_sec_id") ==
        "name name text text text text code text date identifier");
  CHECK(taken("PRIMARY_NAME_FULL,PRIMARY_NAME_ORG,PRIMARY_NAME_LAST,NATIVE_NAME_FULL,GENDER,"
              "DATE_OF_BIRTH,PASSPORT_NUMBER,PASSPORT_COUNTRY,DRIVERS_LICENSE_NUMBER,"
              "DRIVERS_LICENSE_STATE,SSN_NUMBER,EMAIL_ADDRESS,ADDR_FULL,ADDR_CITY,"
              "ADDR_POSTAL_CODE,ADDR_TYPE,PHONE_NUMBER,PHONE_TYPE,RECORD_TYPE,AMOUNT,STATUS") ==
        "name name name name category date identifier - identifier - identifier identifier text "
        "text code - identifier - - - -");
}

TEST_CASE("headers of police extracts") {
  CHECK(taken("surname,forenames,dob,sex,address,postcode,phone,vrm") ==
        "name name date category text code identifier identifier");
  CHECK(taken("NominalNo,Surname,Forename,DOB,Gender,Ethnicity,PNCID,Role,Address,Phone") ==
        "identifier name name date category - identifier - text identifier");
  CHECK(taken("Alias,Known As,MobileNo,Home Telephone,Reg No,User Name,Religion,Nationality") ==
        "name - identifier identifier identifier identifier - -");
}

TEST_CASE("phones of several columns are one many-valued column") {
  CHECK(field_of("mobile") == "phone");
  CHECK(field_of("Home Telephone") == "phone");
  CHECK(field_of("phone1") == "phone");
  CHECK(field_of("surname") == "surname");
}

TEST_CASE("without a telling header, values tell") {
  CHECK(taken_by_values({"CF10 4EE", "LS6 3PL", "M1 1AE"}) == "code");
  CHECK(taken_by_values({"07700 900123", "+44 7700 900456"}) == "identifier");
  CHECK(taken_by_values({"ann@example.org", "b.lee@example.com"}) == "identifier");
  CHECK(taken_by_values({"AB12 CDE", "xy65abc"}) == "identifier");
  CHECK(taken_by_values({"M", "F", "M"}) == "category");
  CHECK(taken_by_values({"Ann Lee", "Peter James Novak"}) == "name");
  CHECK(taken_by_values({"1950-05-01", "1984-03-12", "2001-01-09"}) == "date");
  CHECK(taken_by_values({"2024-05-01", "2024-03-12", "2023-01-09"}) == "-");  // not births
  CHECK(taken_by_values({"17", "4", "99"}) == "-");
  CHECK(taken_by_values({"", " "}) == "-");
}

TEST_CASE("what says the same in every row, or nothing, is no evidence") {
  CHECK_FALSE(resolve::recognise_columns({{"town", Values(20, "Leeds")}})[0].kind);
  CHECK_FALSE(resolve::recognise_columns({{"dob", {"", ""}}})[0].kind);
}

TEST_CASE("month first only when it must be") {
  using base::DateOrder;
  CHECK(resolve::date_order_of({"3/31/1954", "12/11/1978"}) == DateOrder::month_day_year);
  CHECK(resolve::date_order_of({"31/3/1954", "12/11/1978"}) == DateOrder::day_month_year);
  CHECK(resolve::date_order_of({"12/11/1978"}) == DateOrder::day_month_year);
}
