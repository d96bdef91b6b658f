#include "search/find.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "resolve/identifier.hpp"

using namespace search;

namespace {

constexpr base::Date today{2026, 11, 22};

Subject person(std::string key, std::string given, std::string family, base::Date birth = {},
               std::vector<std::string> places = {}) {
  Subject subject;
  subject.key = std::move(key);
  subject.names = {{given + " " + family, given, family}};
  if (birth.year != 0) subject.births = {birth};
  subject.places = std::move(places);
  subject.forces = {"Aldermere"};
  subject.records = 1;
  return subject;
}

Subject thing(std::string key, model::Noun noun, IdentifierKind kind, std::string written) {
  Subject subject;
  subject.key = std::move(key);
  subject.noun = noun;
  const auto canonical =
      kind == IdentifierKind::phone ? resolve::canonical_phone(written) : written;
  subject.identifiers = {{kind, canonical, written}};
  subject.forces = {"Brackwater"};
  return subject;
}

std::vector<Subject> cast() {
  std::vector<Subject> all = {
      person("william", "William", "Smith", {1990, 3, 12}, {"12 Orl Road", "Ashford"}),
      person("john", "John", "Smith", {1985, 1, 1}, {"Brackton"}),
      person("smyth", "Jon", "Smyth", {1990, 0, 0}),
      person("james", "James", "John", {1970, 5, 6}),
      person("kuznetsov", "Юрий", "Кузнецов", {1979, 4, 2}),
      person("hassan", "Ali", "al-Hassan"),
      person("mohammed", "محمد", "Rahman"),
      person("papadopoulos", "Γιώργος", "Παπαδόπουλος"),
      person("oneil", "Siân", "O'Neil-Wałęsa"),
      person("macdonald", "Fiona", "MacDonald"),
      person("initial", "J", "Featherstone"),
      person("nguyen", "Van", "Nguyen", {1990, 12, 3}),
      thing("phone", model::Noun::phone, IdentifierKind::phone, "07700 900123"),
      thing("phone2", model::Noun::phone, IdentifierKind::phone, "07700 900124"),
      thing("plate", model::Noun::vehicle, IdentifierKind::vehicle, "AB12CDE"),
      thing("plate2", model::Noun::vehicle, IdentifierKind::vehicle, "AB13CDE"),
      thing("crime", model::Noun::crime, IdentifierKind::reference, "42/0000017/26"),
      thing("home", model::Noun::address, IdentifierKind::postcode, "NS1 4AB"),
  };
  all[0].identifiers = {{IdentifierKind::phone, "+447700900123", "07700 900123"}};
  all[0].records = 7;
  all[0].first = 1'000'000;
  all[0].last = 2'000'000;
  for (std::uint32_t i = 0; i < all.size(); ++i) all[i].id = i;
  return all;
}

const std::vector<Passage>& reports() {
  static const std::vector<Passage> all = {
      {0, "r0", "Delivery", "A red van delivered parcels to Orl Road; driver called 07700900123.",
       "Aldermere", 100},
      {1, "r1", "", "The van was red. Deliveries at night.", "Brackwater", 200},
      {2, "r2", "", "Red paint on the van door, and another red van.", "Brackwater", 300},
      {3, "r3", "", "Nothing of note near Ashford.", "Aldermere", {}},
  };
  return all;
}

const Index& index() {
  static const Index made = Index::build(cast(), reports(), {2});
  return made;
}

Result ask(const std::string& text, Filter filter = {}) {
  return find({&index()}, {.text = text, .as_at = today, .filter = std::move(filter)});
}

std::string keys(const std::vector<Hit>& hits) {
  std::string all;
  for (const auto& hit : hits) all += (all.empty() ? "" : " ") + hit.key;
  return all;
}

std::string keys(const std::vector<PassageHit>& hits) {
  std::string all;
  for (const auto& hit : hits) all += (all.empty() ? "" : " ") + hit.key;
  return all;
}

std::string best(const std::string& text) {
  const auto result = ask(text);
  return result.hits.empty() ? "" : result.hits.front().key;
}

std::string why(const std::string& text) {
  const auto result = ask(text);
  std::string all;
  if (result.hits.empty()) return all;
  for (const auto& reason : result.hits.front().reasons) {
    all += (all.empty() ? "" : "; ") + reason.sentence;
  }
  return all;
}

}  // namespace

TEST_CASE("a name is found however it is written") {
  CHECK(best("William Smith") == "william");
  CHECK(best("Bill Smith") == "william");
  CHECK(best("SMITH, John") == "john");
  CHECK(best("jon smyth") == "smyth");
  CHECK(best("Wiliam Smtih") == "william");
  CHECK(best("Kuznetsov") == "kuznetsov");
  CHECK(best("Yuri Kuznecov") == "kuznetsov");
  CHECK(best("КУЗНЕЦОВ") == "kuznetsov");
  CHECK(best("alhassan") == "hassan");
  CHECK(best("al hassan ali") == "hassan");
  CHECK(best("Mohammed Rahman") == "mohammed");
  CHECK(best("Papadopulos") == "papadopoulos");
  CHECK(best("sian oneil") == "oneil");
  CHECK(best("walesa") == "oneil");
  CHECK(best("mac donald") == "macdonald");
  CHECK(best("jane featherstone") == "initial");
  CHECK(best("f macdonald") == "macdonald");
  CHECK(best("nguyen van") == "nguyen");
  CHECK(best("van nguyen") == "nguyen");
  CHECK(best("zebedee") == "");
}

TEST_CASE("a hit says why") {
  CHECK(why("Bill Smith") == "nickname: William Smith for Bill; exact: William Smith for Smith");
  CHECK(why("Smith John") ==
        "exact: John Smith for Smith; exact: John Smith for John; swapped: John Smith");
  CHECK(why("Wiliam") == "one letter differs: William Smith for Wiliam");
  CHECK(why("07700 900124") == "exact number: 07700 900124");
  CHECK(why("ab1?cde") == "number like it: AB12CDE for ab1?cde");
  CHECK(why("van 12/03/1990") ==
        "exact: Van Nguyen for van; born with day and month swapped: 1990-12-03 for 12/03/1990");
  CHECK(why("william ashford") == "exact: William Smith for william; place: Ashford for ashford");
}

TEST_CASE("better ways to meet a query stand first") {
  CHECK(keys(ask("smith").hits) == "william john smyth");   // more records first; then sound
  CHECK(keys(ask("john").hits).starts_with("james john"));  // a tie: by key
  CHECK(keys(ask("smith 1990").hits) == "william smyth");
  CHECK(keys(ask("john smith").hits).starts_with("john smyth"));
  CHECK(keys(ask("\"john smith\"").hits) == "john");
  CHECK(keys(ask("smith ashford 1990").hits) == "william smyth");
  const auto near = ask("smith ashford 1990").hits.at(1);
  CHECK(near.unmet == std::vector<std::string>{"ashford"});
}

TEST_CASE("exact means exact") {
  CHECK(keys(ask("07700 900123").hits) == "phone william");
  CHECK(keys(ask("+44 7700 900 123").hits) == "phone william");
  CHECK(keys(ask("07700 900125").hits) == "");
  CHECK(keys(ask("900123").hits) == "");
  CHECK(keys(ask("*900123").hits) == "phone william");
  CHECK(keys(ask("phone 900123").hits) == "phone william");
  CHECK(keys(ask("07700 900*").hits).empty() == true);  // two parts: neither is a number alone
  CHECK(keys(ask("07700900*").hits) == "phone phone2 william");
  CHECK(keys(ask("ab12 cde").hits) == "plate");
  CHECK(keys(ask("AB1*").hits) == "plate plate2");
  CHECK(keys(ask("42/0000017/26").hits) == "crime");
  CHECK(keys(ask("42 0000017 26").hits) == "");
  CHECK(keys(ask("ns14ab").hits) == "home");
  CHECK(keys(ask("\"smyth\"").hits) == "smyth");
  CHECK(keys(ask("\"smit\"").hits) == "");
}

TEST_CASE("nobody meets all: those who meet most are shown, and it is said") {
  const auto result = ask("john xylophone");
  CHECK(keys(result.hits).starts_with("james john"));
  CHECK(result.notes.size() == 1);
  CHECK(ask("xylophone trombone").total == 0);
}

TEST_CASE("filters and facets") {
  const auto all = ask("07700 900123");
  CHECK(all.total == 2);
  CHECK(all.facets.nouns == std::vector<std::pair<model::Noun, std::size_t>>{
                                {model::Noun::person, 1}, {model::Noun::phone, 1}});
  const auto people = ask("07700 900123", {.nouns = {model::Noun::person}});
  CHECK(keys(people.hits) == "william");
  CHECK(people.facets.nouns.size() == 2);  // as if its own filter were not there
  CHECK(people.facets.forces == std::vector<std::pair<std::string, std::size_t>>{{"Aldermere", 1}});
  CHECK(keys(ask("07700 900123", {.forces = {"Brackwater"}}).hits) == "phone");
  CHECK(keys(ask("smith", {.from = 1'500'000, .until = 1'600'000}).hits) == "william");
  CHECK(ask("smith", {.from = 3'000'000}).total == 0);
}

TEST_CASE("reports: every part, then the phrase, then close together, then the latest") {
  CHECK(keys(ask("red van").passages) == "r2 r0 r1");
  CHECK(keys(ask("\"red van\"").passages) == "r2 r0");
  CHECK(keys(ask("delivering").passages) == "r0");
  CHECK(keys(ask("deliver*").passages) == "r1 r0");
  CHECK(keys(ask("\"delivered\"").passages) == "r0");
  CHECK(keys(ask("07700 900123").passages) == "r0");
  CHECK(keys(ask("red ashford").passages).empty() == false);
  CHECK(ask("red van", {.forces = {"Brackwater"}}).passage_total == 2);
  CHECK(ask("red van").passage_facets.forces.size() == 2);
  CHECK(ask("ashford", {.from = 1}).passage_total == 0);
  CHECK(keys(ask("\"parcels delivered\"").passages) == "");
}

TEST_CASE("a label says where to look") {
  CHECK(keys(ask("name:van").hits) == "nguyen");
  CHECK(keys(ask("place:van").hits) == "");
  CHECK(keys(ask("place:ashford").hits) == "william");
  CHECK(keys(ask("place:ashford").passages) == "");
  const auto both = ask("smith text:\"red van\"");
  CHECK(keys(both.hits) == "william john smyth");
  CHECK(both.notes.empty());
  CHECK(keys(ask("text:van").hits) == "");
}

TEST_CASE("type-ahead") {
  const auto typed = [](const char* text) { return keys(suggest({&index()}, text, 5)); };
  CHECK(typed("smi") == "william john");
  CHECK(typed("john smi") == "john");
  CHECK(typed("feath") == "initial");
  CHECK(typed("07700 9001") == "");
  CHECK(typed("077009001") == "phone phone2 william");
  CHECK(typed("ashf") == "william");
  CHECK(typed("") == "");
}

TEST_CASE("a list") {
  const auto found =
      find_list({&index()}, {"Bill Smith", "", "07700 900999", " AB12 CDE "}, today, 3, {2});
  REQUIRE(found.size() == 3);
  CHECK(found[0].hits.front().key == "william");
  CHECK(found[1].hits.empty());
  CHECK(keys(found[2].hits) == "plate");
}

TEST_CASE("pages continue each other") {
  const auto whole = ask("07700900*").hits;
  std::string turned;
  for (std::size_t position = 0; position < 4; ++position) {
    const auto page = find({&index()}, {.text = "07700900*", .position = position, .limit = 1});
    CHECK(page.total == 3);
    turned += (turned.empty() || page.hits.empty() ? "" : " ") + keys(page.hits);
  }
  CHECK(turned == keys(whole));
}

TEST_CASE("an empty index, and none at all") {
  const Index nothing;
  for (const auto& layers : {Layers{}, Layers{&nothing}, Layers{&nothing, &nothing}}) {
    const auto result = find(layers, {.text = "john smith"});
    CHECK(result.total == 0);
    CHECK(result.passages.empty());
    CHECK(suggest(layers, "smi", 5).empty());
  }
  CHECK(Index::build({}, {}, {1}).subjects() == 0);
}

TEST_CASE("hostile queries are answered") {
  for (const std::string& text :
       {std::string(1 << 20, 'a'), std::string("\" * ( ) : ^ NEAR AND OR"),
        std::string(1 << 20, '*'), std::string("a\0b", 3), std::string("\xFF\xFEsmith"),
        std::string("NEAR(smith, 3)"), std::string("smith AND OR NOT"), std::string("\"\" \"\""),
        std::string("j j j j j j j j j j j j j"), std::string("*aaa*aaa*aaa*aaa*aaa*"),
        std::string("-"), std::string("'")}) {
    const auto result = ask(text);
    CHECK(result.hits.size() <= 20);
  }
  CHECK(best("\xFF\xFEsmith") == "william");
}
