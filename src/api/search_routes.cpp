#include <algorithm>

#include "api/exhibits.hpp"
#include "api/link_filter.hpp"
#include "api/routes.hpp"
#include "api/schemas.hpp"
#include "base/error.hpp"
#include "questions/index.hpp"
#include "questions/marking.hpp"
#include "search/find.hpp"
#include "search/snippet.hpp"

namespace api {

using gallery::Exhibit;

namespace {

constexpr std::size_t query_max = 1000, snippet_bytes = 240;

search::Filter filter_of(const nlohmann::json& body) {
  search::Filter filter;
  filter.nouns = nouns_of(body);
  if (body.contains("forces")) filter.forces = body["forces"].get<std::vector<std::string>>();
  const auto window = window_of(body);
  filter.from = window.from;
  filter.until = window.until;
  return filter;
}

Json reasons_of(const search::Hit& hit) {
  Json reasons = Json::array();
  for (const auto& reason : hit.reasons) {
    auto& each = reasons.emplace_back();
    each["how"] = base::name_of(reason.how);
    each["matched"] = reason.matched;
    each["says"] = reason.sentence;
  }
  return reasons;
}

// What answers a search of one exhibit, gathering what it shows.
class Answer {
 public:
  Answer(const Exhibit& exhibit, const search::Interpretation& query)
      : exhibit_(exhibit), query_(query) {}

  Json hit(const search::Hit& hit) {
    const auto& picture = exhibit_.picture();
    const auto entity = exhibit_.index().find(hit.key);
    base::expect(entity.has_value(), "a subject of this picture");
    for (auto mention : picture.entities.mentions(*entity))
      add(picture.evidence.mentions[mention].record);
    Json json;
    json["entity"] = hit.key;
    json["caption"] = exhibit_.index().caption(*entity);
    json["noun"] = base::name_of(hit.noun);
    json["is_protected"] = hit.is_protected;
    json["record_count"] = hit.records;
    json["why"] = reasons_of(hit);
    json["unmet"] = hit.unmet;
    return json;
  }

  Json passage(const search::PassageHit& hit) {
    const auto& evidence = exhibit_.picture().evidence;
    const auto record = record_named(exhibit_, hit.key);
    add(record);
    Json json;
    json["record"] = hit.key;
    json["source"] = picture::describe_record(evidence, record);
    json["snippet"] = Json::array();
    for (const auto& piece : search::cut_snippet(text_of(record), query_, snippet_bytes)) {
      auto& each = json["snippet"].emplace_back();
      each["text"] = piece.text;
      each["is_met"] = piece.met;
    }
    json["unmet"] = hit.unmet;
    return json;
  }

  Shown shown(Json body) {
    body["marking"] = questions::marking_json(label_);
    return {std::move(body), "search", label_, records_};
  }

 private:
  void add(std::uint32_t record) {
    const auto& evidence = exhibit_.picture().evidence;
    label_ = join(label_, evidence.labels[evidence.records[record].label]);
    ++records_;
  }

  std::string_view text_of(std::uint32_t record) const {
    const auto& evidence = exhibit_.picture().evidence;
    auto mention = std::lower_bound(evidence.mentions.begin(), evidence.mentions.end(), record,
                                    [](const auto& a, auto b) { return a.record < b; });
    for (; mention != evidence.mentions.end() && mention->record == record; ++mention) {
      const auto text = evidence.first(*mention, model::Attribute::text);
      if (!text.empty()) return text;
    }
    return {};
  }

  const Exhibit& exhibit_;
  const search::Interpretation& query_;
  model::Label label_{.tier = model::Tier::official};
  std::size_t records_ = 0;
};

Json facets_of(const search::Facets& facets) {
  Json json;
  json["nouns"] = json["forces"] = Json::object();
  for (const auto& [noun, count] : facets.nouns)
    json["nouns"][std::string(base::name_of(noun))] = count;
  for (const auto& [force, count] : facets.forces) json["forces"][force] = count;
  return json;
}

Shown find(const Exhibit& exhibit, const nlohmann::json& body, const Page& page) {
  const auto result = search::find(exhibit.layers(), {.text = body["query"],
                                                      .as_at = exhibit.picture().manifest.as_at,
                                                      .filter = filter_of(body),
                                                      .position = page.position,
                                                      .limit = page.limit});
  Answer answer(exhibit, result.interpretation);
  Json hits = Json::array(), passages = Json::array();
  for (const auto& hit : result.hits) hits.push_back(answer.hit(hit));
  for (const auto& hit : result.passages) passages.push_back(answer.passage(hit));
  const auto last = std::min(std::max(result.total, result.passage_total), search::hits_max);
  Json found;
  found["understood"] = result.interpretation.sentence;
  found["hints"] = result.interpretation.hints;
  found["notes"] = result.notes;
  found["count"] = result.total;
  found["entities"] = std::move(hits);
  found["facets"] = facets_of(result.facets);
  found["passage_count"] = result.passage_total;
  found["passages"] = std::move(passages);
  found["passage_facets"] = facets_of(result.passage_facets);
  found["next_cursor"] = next_cursor(page, page.limit, last);
  return answer.shown(std::move(found));
}

Shown suggest(const Exhibit& exhibit, const nlohmann::json& body) {
  const auto typed = body["typed"].get<std::string>();
  const auto query = search::understand(typed, exhibit.picture().manifest.as_at);
  Answer answer(exhibit, query);
  Json hits = Json::array();
  for (const auto& hit : search::suggest(exhibit.layers(), typed, 8))
    hits.push_back(answer.hit(hit));
  Json found;
  found["entities"] = std::move(hits);
  return answer.shown(std::move(found));
}

Shown find_list(const Exhibit& exhibit, const nlohmann::json& body) {
  const auto lines =
      search::find_list(exhibit.layers(), body["lines"].get<std::vector<std::string>>(),
                        exhibit.picture().manifest.as_at, 3, {1});
  const search::Interpretation none;
  Answer answer(exhibit, none);
  Json found;
  found["lines"] = Json::array();
  for (const auto& line : lines) {
    Json hits = Json::array();
    for (const auto& hit : line.hits) hits.push_back(answer.hit(hit));
    auto& each = found["lines"].emplace_back();
    each["line"] = line.text;
    each["understood"] = line.interpretation.sentence;
    each["count"] = line.total;
    each["entities"] = std::move(hits);
  }
  return answer.shown(std::move(found));
}

http::Schema hits() { return many(http::refer_to("Hit"), "The best first."); }

void add_components(http::Router& router) {
  const auto reason = http::object({{"how", any_of<search::How>()},
                                    {"matched", words("As a record writes it.")},
                                    {"says", words("A sentence.")}});
  router.add_component("Hit", entity_with({{"record_count", how_many()},
                                           {"why", many(reason)},
                                           {"unmet", many(words(), "Parts of what was typed.")}}));
  const auto piece = http::object({{"text", words()}, {"is_met", http::boolean()}});
  router.add_component("Passage",
                       http::object({{"record", http::reference()},
                                     {"source", words("In words.")},
                                     {"snippet", many(piece)},
                                     {"unmet", many(words(), "Parts of what was typed.")}}));
  router.add_component("Facets", http::object({{"nouns", http::map_of(how_many())},
                                               {"forces", http::map_of(how_many())}}));
  router.add_component("Found",
                       http::object({{"understood", words("What was looked for, in words.")},
                                     {"hints", many(words())},
                                     {"notes", many(words())},
                                     {"count", how_many("Of all entities.")},
                                     {"entities", hits()},
                                     {"facets", http::refer_to("Facets")},
                                     {"passage_count", how_many("Of all.")},
                                     {"passages", many(http::refer_to("Passage"))},
                                     {"passage_facets", http::refer_to("Facets")},
                                     next_cursor_property(),
                                     marking_property()}));
}

http::Schema lines_schema() {
  const auto line = http::object({{"line", words("As given.")},
                                  {"understood", words("What was looked for, in words.")},
                                  {"count", how_many("Of all.")},
                                  {"entities", hits()}});
  return http::object({{"lines", many(line)}, marking_property()});
}

}  // namespace

void add_search_routes(http::Router& router, const App& app) {
  add_components(router);
  const auto can_search = http::Callers::with("search");
  router.add(
      {.method = http::Method::post,
       .pattern = "/api/search",
       .operation = "search",
       .summary = "Finds people, things, events and report text by what was typed.",
       .tags = {"search"},
       .callers = can_search,
       .parameters = page_parameters(),
       .body = http::object(
           {{"query", http::text({.min = 1, .max = query_max}, "As typed into the box.")},
            {"nouns", some_of<model::Noun>("Only these kinds."), http::Need::optional},
            {"forces", http::list_of(http::text({.min = 1, .max = 100}), {.min = 0, .max = 50}),
             http::Need::optional},
            {"from", http::date(), http::Need::optional},
            {"until", http::date(), http::Need::optional}}),
       .reply = http::refer_to("Found"),
       .handler = [&app](const http::Request& request) {
         return consult(app, request, "search", [&](const Exhibit& exhibit) {
           return find(exhibit, request.body, page_of(request));
         });
       }});
  router.add({.method = http::Method::post,
              .pattern = "/api/suggest",
              .operation = "suggest",
              .summary = "Finds while somebody types.",
              .tags = {"search"},
              .callers = can_search,
              .body = http::object({{"typed", http::text({.min = 1, .max = query_max})}}),
              .reply = http::object({{"entities", hits()}, marking_property()}),
              .handler = [&app](const http::Request& request) {
                return consult(app, request, "suggest", [&](const Exhibit& exhibit) {
                  return suggest(exhibit, request.body);
                });
              }});
  router.add(
      {.method = http::Method::post,
       .pattern = "/api/search-list",
       .operation = "search_list",
       .summary = "Finds each line of a list of names or numbers.",
       .tags = {"search"},
       .callers = can_search,
       .body = http::object({{"lines", http::list_of(http::text({.min = 0, .max = 400}),
                                                     {.min = 1, .max = search::list_lines_max})}}),
       .reply = lines_schema(),
       .handler = [&app](const http::Request& request) {
         return consult(app, request, "search list",
                        [&](const Exhibit& exhibit) { return find_list(exhibit, request.body); });
       }});
}

}  // namespace api
