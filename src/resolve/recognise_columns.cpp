#include "resolve/recognise_columns.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <set>
#include <string_view>

#include "base/text.hpp"

namespace resolve {

namespace {

enum class Role { name, date, code, text, category, identifier, protected_trait, not_evidence };

struct Rule {
  std::string_view words;  ///< in the header, one after the other; or all of it, written as one
  Role role;
  std::string_view field;  ///< what several such columns are together; empty: the header itself
};

// The first rule that fits decides, so that "birth place" comes before "birth", and "user name"
// before "name".
// clang-format off
constexpr Rule rules[] = {
    {"ethnicity", Role::protected_trait, ""},   {"ethnic", Role::protected_trait, ""},
    {"race", Role::protected_trait, ""},        {"religion", Role::protected_trait, ""},
    {"nationality", Role::protected_trait, ""}, {"disability", Role::protected_trait, ""},
    {"citizenship", Role::protected_trait, ""},

    {"type", Role::not_evidence, ""},     {"status", Role::not_evidence, ""},
    {"country", Role::not_evidence, ""},  {"category", Role::not_evidence, ""},
    {"role", Role::not_evidence, ""},     {"offence", Role::not_evidence, ""},
    {"rel", Role::not_evidence, ""},      {"file name", Role::not_evidence, ""},
    {"license state", Role::not_evidence, ""}, {"licence state", Role::not_evidence, ""},
    {"officer", Role::not_evidence, ""},  {"oic", Role::not_evidence, ""},
    {"force", Role::not_evidence, ""},    {"source", Role::not_evidence, ""},
    {"warning", Role::not_evidence, ""},  {"amount", Role::not_evidence, ""},
    {"notes", Role::not_evidence, ""},    {"comments", Role::not_evidence, ""},
    {"description", Role::not_evidence, ""},

    {"dob", Role::date, ""},              {"d o b", Role::date, ""},
    {"date of birth", Role::date, ""},    {"birth date", Role::date, ""},
    {"birthdate", Role::date, ""},        {"date birth", Role::date, ""},
    {"born", Role::date, ""},
    {"birth place", Role::text, ""},      {"place of birth", Role::text, ""},
    {"birthplace", Role::text, ""},       {"pob", Role::text, ""},
    {"town of birth", Role::text, ""},

    {"user name", Role::identifier, "handle"},   {"username", Role::identifier, "handle"},
    {"screen name", Role::identifier, "handle"}, {"handle", Role::identifier, "handle"},
    {"email", Role::identifier, "email"},        {"e mail", Role::identifier, "email"},
    {"phone", Role::identifier, "phone"},        {"telephone", Role::identifier, "phone"},
    {"mobile", Role::identifier, "phone"},       {"tel", Role::identifier, "phone"},
    {"msisdn", Role::identifier, "phone"},       {"landline", Role::identifier, "phone"},
    {"imei", Role::identifier, "imei"},          {"imsi", Role::identifier, "imsi"},
    {"vrm", Role::identifier, "vehicle"},        {"vrn", Role::identifier, "vehicle"},
    {"vehicle", Role::identifier, "vehicle"},    {"plate", Role::identifier, "vehicle"},
    {"registration", Role::identifier, "vehicle"}, {"reg no", Role::identifier, "vehicle"},
    {"iban", Role::identifier, "account"},       {"account", Role::identifier, "account"},
    {"sort code", Role::not_evidence, ""},
    {"passport", Role::identifier, ""},          {"licence", Role::identifier, ""},
    {"license", Role::identifier, ""},           {"ssn", Role::identifier, ""},
    {"soc sec", Role::identifier, ""},           {"social security", Role::identifier, ""},
    {"nino", Role::identifier, ""},              {"national insurance", Role::identifier, ""},
    {"ni number", Role::identifier, ""},         {"nhs", Role::identifier, ""},
    {"national id", Role::identifier, ""},       {"tax id", Role::identifier, ""},
    {"lei", Role::identifier, ""},               {"pnc", Role::identifier, ""},
    {"pncid", Role::identifier, ""},             {"pnc id", Role::identifier, ""},
    {"cro", Role::identifier, ""},               {"nominal no", Role::identifier, ""},
    {"nominal number", Role::identifier, ""},    {"nominal id", Role::identifier, ""},
    {"person urn", Role::identifier, ""},        {"company number", Role::identifier, ""},

    {"postcode", Role::code, "postcode"},    {"post code", Role::code, "postcode"},
    {"postal code", Role::code, "postcode"}, {"zip", Role::code, "postcode"},
    {"zipcode", Role::code, "postcode"},

    {"street name", Role::text, ""},  {"road name", Role::text, ""},
    {"place name", Role::text, ""},   {"town name", Role::text, ""},
    {"surname", Role::name, ""},      {"forename", Role::name, ""},
    {"forenames", Role::name, ""},    {"first name", Role::name, ""},
    {"firstname", Role::name, ""},    {"last name", Role::name, ""},
    {"lastname", Role::name, ""},     {"family name", Role::name, ""},
    {"given name", Role::name, ""},   {"given names", Role::name, ""},
    {"givenname", Role::name, ""},    {"middle name", Role::name, ""},
    {"middlename", Role::name, ""},   {"maiden name", Role::name, ""},
    {"full name", Role::name, ""},    {"fullname", Role::name, ""},
    {"name", Role::name, ""},         {"names", Role::name, ""},
    {"alias", Role::name, ""},        {"aliases", Role::name, ""},
    {"aka", Role::name, ""},          {"nickname", Role::name, ""},
    {"nominal", Role::name, ""},      {"middle names", Role::name, ""},

    {"sex", Role::category, ""},      {"gender", Role::category, ""},

    {"address", Role::text, ""},      {"addr", Role::text, ""},
    {"street", Role::text, ""},       {"road", Role::text, ""},
    {"house", Role::text, ""},        {"town", Role::text, ""},
    {"city", Role::text, ""},         {"suburb", Role::text, ""},
    {"district", Role::text, ""},     {"county", Role::text, ""},
    {"state", Role::text, ""},        {"locality", Role::text, ""},
    {"occupation", Role::text, ""},   {"profession", Role::text, ""},
    {"employer", Role::text, ""},     {"job", Role::text, ""},
};
// clang-format on

bool is_upper(char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; }
bool is_lower(char c) { return std::islower(static_cast<unsigned char>(c)) != 0; }
using base::is_digit;
using base::is_letter;

/// NominalNo, PHONE_NUMBER and phone1 as words: "nominal no", "phone number", "phone 1".
std::string words_of_header(std::string_view header) {
  std::string spaced;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const bool camel = i > 0 && is_upper(header[i]) && is_lower(header[i - 1]);
    const bool number = i > 0 && is_digit(header[i]) && is_letter(header[i - 1]);
    if (camel || number) spaced += ' ';
    spaced += header[i];
  }
  return base::fold(spaced);
}

const Rule* rule_for(std::string_view header) {
  const auto padded = " " + words_of_header(header) + " ";
  const auto as_one = base::fold_tight(header);
  for (const auto& rule : rules) {
    if (padded.find(" " + std::string(rule.words) + " ") != std::string::npos) return &rule;
    if (as_one == base::fold_tight(rule.words)) return &rule;
  }
  return nullptr;
}

/// Letters as A, digits as 9, the rest as it is: CF10 4EE has the shape AA99 9AA.
std::string shape_of(std::string_view value) {
  std::string shape(base::trim(value));
  for (char& c : shape) c = is_letter(c) ? 'A' : is_digit(c) ? '9' : c;
  return shape;
}

bool is_postcode(const std::string& value) {
  constexpr std::array<std::string_view, 6> shapes = {"A99AA",  "A999AA",  "A9A9AA",
                                                      "AA99AA", "AA999AA", "AA9A9AA"};
  const auto shape = shape_of(base::fold_tight(value));
  return std::find(shapes.begin(), shapes.end(), shape) != shapes.end();
}

bool is_vehicle(const std::string& value) { return shape_of(base::fold_tight(value)) == "AA99AAA"; }

bool is_email(const std::string& value) {
  const auto at = value.find('@');
  return at != std::string::npos && at > 0 && value.find('.', at) != std::string::npos;
}

bool is_phone(const std::string& value) {
  const auto trimmed = base::trim(value);
  const auto digits = std::count_if(trimmed.begin(), trimmed.end(), is_digit);
  const bool only = std::all_of(trimmed.begin(), trimmed.end(), [](char c) {
    return is_digit(c) || std::string_view("+-() .").find(c) != std::string_view::npos;
  });
  return only && digits >= 9 && digits <= 15 && (trimmed[0] == '0' || trimmed[0] == '+');
}

bool is_sex(const std::string& value) {
  const auto folded = base::fold(value);
  return folded == "m" || folded == "f" || folded == "male" || folded == "female";
}

bool is_person_name(const std::string& value) {
  const auto folded = base::fold(value);
  const auto parts = base::words(folded);
  return parts.size() >= 2 && parts.size() <= 5 &&
         std::none_of(folded.begin(), folded.end(), is_digit);
}

// Births lie further apart than what a force records of a few years.
bool are_births(const std::vector<std::string>& values, base::DateOrder order) {
  std::set<int> years;
  std::size_t dates = 0;
  for (const auto& value : values) {
    const auto date = base::parse_date(value, order);
    dates += date && date->is_whole();
    if (date) years.insert(date->year);
  }
  return dates * 10 >= values.size() * 8 && !years.empty() &&
         *years.rbegin() - *years.begin() >= 25;
}

struct Shape {
  bool (*fits)(const std::string&);
  int percent;
  Kind kind;
  std::string_view field, words;
};

constexpr Shape shapes[] = {
    {is_postcode, 70, Kind::code, "postcode", "its values look like postcodes"},
    {is_email, 80, Kind::identifier, "email", "its values look like e-mail addresses"},
    {is_phone, 80, Kind::identifier, "phone", "its values look like phone numbers"},
    {is_vehicle, 80, Kind::identifier, "vehicle", "its values look like vehicle plates"},
    {is_sex, 95, Kind::category, "", "its values are male and female"},
    {is_person_name, 90, Kind::name, "", "its values look like names of people"},
};

ColumnVerdict by_shape(const ColumnSample& column, const std::vector<std::string>& values) {
  for (const auto& shape : shapes) {
    const auto fitting =
        static_cast<std::size_t>(std::count_if(values.begin(), values.end(), shape.fits));
    if (fitting * 100 < values.size() * static_cast<std::size_t>(shape.percent)) continue;
    return {shape.kind,
            std::string(shape.field.empty() ? column.header : shape.field),
            {},
            std::string(shape.words)};
  }
  const auto order = date_order_of(values);
  if (are_births(values, order)) {
    return {Kind::date, column.header, order, "its values are dates that lie decades apart"};
  }
  return {{}, column.header, {}, "neither its header nor its values say what it is of a person"};
}

std::optional<Kind> kind_of(Role role) {
  switch (role) {
    case Role::name:
      return Kind::name;
    case Role::date:
      return Kind::date;
    case Role::code:
      return Kind::code;
    case Role::text:
      return Kind::text;
    case Role::category:
      return Kind::category;
    case Role::identifier:
      return Kind::identifier;
    case Role::protected_trait:
    case Role::not_evidence:
      break;
  }
  return {};
}

ColumnVerdict by_header(const ColumnSample& column, const Rule& rule,
                        const std::vector<std::string>& values) {
  ColumnVerdict verdict;
  verdict.kind = kind_of(rule.role);
  verdict.field = std::string(rule.field.empty() ? column.header : rule.field);
  const auto word = "\"" + std::string(rule.words) + "\" in its header";
  if (rule.role == Role::protected_trait) {
    verdict.reason = word + ": a protected trait, never evidence";
  } else if (rule.role == Role::not_evidence) {
    verdict.reason = word + ": says nothing of who it is";
  } else {
    verdict.reason = word;
  }
  if (verdict.kind == Kind::date) verdict.date_order = date_order_of(values);
  const std::set<std::string> distinct(values.begin(), values.end());
  if (verdict.kind == Kind::text && values.size() >= 100 && distinct.size() <= 20) {
    verdict.kind = Kind::category;
    verdict.reason += ", and it has few values";
  }
  return verdict;
}

ColumnVerdict recognise(const ColumnSample& column) {
  std::vector<std::string> values;
  for (const auto& value : column.values) {
    const auto trimmed = base::trim(value);
    if (!trimmed.empty()) values.emplace_back(trimmed);
  }
  if (values.empty()) return {{}, column.header, {}, "it is empty"};
  const auto* rule = rule_for(column.header);
  auto verdict = rule ? by_header(column, *rule, values) : by_shape(column, values);
  const bool constant =
      values.size() >= 10 && std::all_of(values.begin(), values.end(),
                                         [&](const auto& value) { return value == values[0]; });
  if (verdict.kind && constant) {
    verdict.kind.reset();
    verdict.reason = "it says the same in every row";
  }
  return verdict;
}

}  // namespace

base::DateOrder date_order_of(const std::vector<std::string>& values) {
  std::size_t day_first = 0, month_first = 0;
  for (const auto& value : values) {
    const bool by_day = base::parse_date(value, base::DateOrder::day_month_year).has_value();
    const bool by_month = base::parse_date(value, base::DateOrder::month_day_year).has_value();
    day_first += by_day && !by_month;
    month_first += by_month && !by_day;
  }
  return month_first > 0 && day_first == 0 ? base::DateOrder::month_day_year
                                           : base::DateOrder::day_month_year;
}

std::vector<ColumnVerdict> recognise_columns(const std::vector<ColumnSample>& columns) {
  std::vector<ColumnVerdict> verdicts;
  for (const auto& column : columns) verdicts.push_back(recognise(column));
  return verdicts;
}

}  // namespace resolve
