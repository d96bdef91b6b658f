#include <algorithm>

#include "api/exhibits.hpp"
#include "api/routes.hpp"
#include "base/error.hpp"
#include "questions/index.hpp"
#include "search/find.hpp"
#include "search/snippet.hpp"

namespace api {

using gallery::Exhibit;

namespace {

constexpr std::size_t query_max = 1000, snippet_bytes = 240;

search::Filter filter_of(const nlohmann::json& body) {
  search::Filter filter;
  if (body.contains("nouns")) {
    for (const auto& noun : body["nouns"])
      filter.nouns.push_back(*base::named<model::Noun>(noun.get<std::string>()));
  }
  if (body.contains("forces")) filter.forces = body["forces"].get<std::vector<std::string>>();
  const auto day = [&](const char* name) -> std::optional<base::Seconds> {
    if (!body.contains(name)) return {};
    const auto date =
        base::parse_date(body[name].get<std::string>(), base::DateOrder::year_month_day);
    return base::midnight(*date);
  };
  filter.from = day("from");
  if (const auto until = day("until")) filter.until = *until + 86399;
  return filter;
}

Json reasons_of(const search::Hit& hit) {
  Json reasons = Json::array();
  for (const auto& reason : hit.reasons) {
    reasons.push_back({{"how", base::name_of(reason.how)},
                       {"matched", reason.matched},
                       {"says", reason.sentence}});
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
    return {{"entity", hit.key},
            {"noun", base::name_of(hit.noun)},
            {"caption", picture::caption_of(picture.evidence, picture.entities, *entity)},
            {"is_protected", hit.is_protected},
            {"records", hit.records},
            {"why", reasons_of(hit)},
            {"unmet", hit.unmet}};
  }

  Json passage(const search::PassageHit& hit) {
    const auto& evidence = exhibit_.picture().evidence;
    const auto record = record_named(exhibit_, hit.key);
    add(record);
    Json pieces = Json::array();
    for (const auto& piece : search::cut_snippet(text_of(record), query_, snippet_bytes))
      pieces.push_back({{"text", piece.text}, {"met", piece.met}});
    return {{"record", hit.key},
            {"source", picture::describe_record(evidence, record)},
            {"snippet", std::move(pieces)},
            {"unmet", hit.unmet}};
  }

  Shown shown(Json body) {
    body["marking"] = marking_of(label_);
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
  Json json{{"nouns", Json::object()}, {"forces", Json::object()}};
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
  return answer.shown({{"understood", result.interpretation.sentence},
                       {"hints", result.interpretation.hints},
                       {"notes", result.notes},
                       {"total", result.total},
                       {"entities", std::move(hits)},
                       {"facets", facets_of(result.facets)},
                       {"passage_total", result.passage_total},
                       {"passages", std::move(passages)},
                       {"passage_facets", facets_of(result.passage_facets)},
                       {"next_cursor", next_cursor(page, page.limit, last)}});
}

Shown suggest(const Exhibit& exhibit, const nlohmann::json& body) {
  const auto typed = body["typed"].get<std::string>();
  const auto query = search::understand(typed, exhibit.picture().manifest.as_at);
  Answer answer(exhibit, query);
  Json hits = Json::array();
  for (const auto& hit : search::suggest(exhibit.layers(), typed, 8))
    hits.push_back(answer.hit(hit));
  return answer.shown({{"entities", std::move(hits)}});
}

Shown find_list(const Exhibit& exhibit, const nlohmann::json& body) {
  const auto lines =
      search::find_list(exhibit.layers(), body["lines"].get<std::vector<std::string>>(),
                        exhibit.picture().manifest.as_at, 3, {1});
  const search::Interpretation none;
  Answer answer(exhibit, none);
  Json found = Json::array();
  for (const auto& line : lines) {
    Json hits = Json::array();
    for (const auto& hit : line.hits) hits.push_back(answer.hit(hit));
    found.push_back({{"line", line.text},
                     {"understood", line.interpretation.sentence},
                     {"total", line.total},
                     {"entities", std::move(hits)}});
  }
  return answer.shown({{"lines", std::move(found)}});
}

http::Schema nouns() {
  const auto& names = base::EnumNames<model::Noun>::names;
  return http::list_of(http::one_of({names.begin(), names.end()}), {.min = 0, .max = names.size()},
                       "Only these kinds.");
}

}  // namespace

void add_search_routes(http::Router& router, const App& app) {
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
            {"nouns", nouns(), http::Need::optional},
            {"forces", http::list_of(http::text({.min = 1, .max = 100}), {.min = 0, .max = 50}),
             http::Need::optional},
            {"from", http::date(), http::Need::optional},
            {"until", http::date(), http::Need::optional}}),
       .reply = http::Schema::object(),
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
              .reply = http::Schema::object(),
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
       .reply = http::Schema::object(),
       .handler = [&app](const http::Request& request) {
         return consult(app, request, "search list",
                        [&](const Exhibit& exhibit) { return find_list(exhibit, request.body); });
       }});
}

}  // namespace api
