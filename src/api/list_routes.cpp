#include <limits>
#include <memory>

#include "api/exhibits.hpp"
#include "api/link_filter.hpp"
#include "api/routes.hpp"
#include "api/schemas.hpp"
#include "base/csv.hpp"
#include "questions/lists.hpp"

namespace api {

using gallery::Exhibit;
using questions::HeldBackRow;
using questions::Index;
using questions::Listing;
using questions::NetworkRow;
using questions::NominalRow;
using questions::ProtectedRow;
using Parameters = nlohmann::json;

namespace {

// One list of the picture: what it is called, what it may be filtered by, and how it is asked.
template <class Row>
struct List {
  std::string name, path, row, summary;
  std::vector<http::Parameter> filters;
  Listing<Row> (*ask)(const Index&, const Parameters&, questions::Page);
};

template <class Value>
std::optional<Value> given(const Parameters& parameters, const char* name) {
  if (!parameters.contains(name)) return {};
  return parameters[name].get<Value>();
}

std::string text_given(const Parameters& parameters, const char* name) {
  return given<std::string>(parameters, name).value_or("");
}

Listing<NetworkRow> ask_networks(const Index& index, const Parameters& parameters,
                                 questions::Page page) {
  const auto window = window_of(parameters);
  return questions::list_networks(index,
                                  {.force = text_given(parameters, "force"),
                                   .threat_type = text_given(parameters, "threat_type"),
                                   .is_new = given<bool>(parameters, "is_new"),
                                   .from = window.from,
                                   .until = window.until},
                                  page);
}

Listing<NominalRow> ask_nominals(const Index& index, const Parameters& parameters,
                                 questions::Page page) {
  return questions::list_nominals(index,
                                  {.force = text_given(parameters, "force"),
                                   .is_new = given<bool>(parameters, "is_new"),
                                   .in_network = given<bool>(parameters, "in_network")},
                                  page);
}

Listing<ProtectedRow> ask_protected(const Index& index, const Parameters& parameters,
                                    questions::Page page) {
  questions::ProtectedFilter filter{.force = text_given(parameters, "force"),
                                    .is_also_suspect = given<bool>(parameters, "is_also_suspect")};
  if (const auto reason = given<std::string>(parameters, "reason"))
    filter.reason = base::named<threat::ProtectionReason>(*reason);
  return questions::list_protected(index, filter, page);
}

Listing<HeldBackRow> ask_held_back(const Index& index, const Parameters&, questions::Page page) {
  return questions::list_held_back(index, page);
}

template <class Row>
Shown page_of_list(const List<Row>& list, const Exhibit& exhibit, const http::Request& request) {
  const auto page = page_of(request);
  const auto found = list.ask(exhibit.index(), request.parameters,
                              {.position = page.position, .limit = page.limit});
  auto body = questions::to_json(exhibit.index(), found);
  body["next_cursor"] = next_cursor(page, found.rows.size(), found.count);
  return {std::move(body), list.name, found.label, found.rows.size()};
}

// "OFFICIAL-SENSITIVE HERON; ask the originator": every line of a file says how it is marked.
std::string marking_cell(const model::Label& label) {
  std::string text(model::marking(label.tier));
  for (const auto& compartment : label.compartments) text += " " + compartment;
  for (const auto& condition : label.conditions) text += "; " + condition;
  return base::csv_cell(text);
}

// The rows of a list as lines of a file, as many at a time as a reader takes.
template <class Row>
class Lines {
 public:
  Lines(std::shared_ptr<const Exhibit> exhibit, Listing<Row> list)
      : exhibit_(std::move(exhibit)), list_(std::move(list)), marking_(marking_cell(list_.label)) {}

  bool next(std::string& chunk) {
    chunk = has_begun_ ? "" : "marking," + Row::csv_header();
    has_begun_ = true;
    for (std::size_t i = 0; i < lines_at_once && at_ < list_.rows.size(); ++i, ++at_)
      chunk += marking_ + "," + csv_row(exhibit_->index(), list_.rows[at_]);
    return !chunk.empty();
  }

 private:
  static constexpr std::size_t lines_at_once = 200;
  std::shared_ptr<const Exhibit> exhibit_;
  Listing<Row> list_;
  std::string marking_;
  std::size_t at_ = 0;
  bool has_begun_ = false;
};

template <class Row>
http::Reply export_list(const List<Row>& list, const App& app, const http::Request& request) {
  auto exhibit = app.gallery.show(viewer_of(request));
  auto found = list.ask(exhibit->index(), request.parameters,
                        {.limit = std::numeric_limits<std::size_t>::max()});
  app.log.log({.at = app.clock(),
               .actor = viewer_of(request).name,
               .operation = model::Operation::disclosure,
               .action = "export " + list.name,
               .subject = list.name,
               .reason = reason_of(request),
               .details = "{\"rows\":" + std::to_string(found.rows.size()) + "}",
               .label = found.label});
  // Shared, as the stream that it lives in must be one that can be copied.
  const auto lines = std::make_shared<Lines<Row>>(std::move(exhibit), std::move(found));
  return http::stream_reply([lines](std::string& chunk) { return lines->next(chunk); },
                            "text/csv; charset=utf-8", list.path + ".csv");
}

template <class Row>
void add_list(http::Router& router, const App& app, const List<Row>& list) {
  auto parameters = page_parameters();
  parameters.insert(parameters.end(), list.filters.begin(), list.filters.end());
  router.add({.method = http::Method::get,
              .pattern = "/api/" + list.path,
              .operation = "list_" + list.name,
              .summary = list.summary,
              .tags = {"lists"},
              .callers = http::Callers::with("see_picture"),
              .parameters = parameters,
              .reply = page_of("rows", http::refer_to(list.row)),
              .handler = [&app, list](const http::Request& request) {
                return consult(app, request, "list " + list.name, [&](const Exhibit& exhibit) {
                  return page_of_list(list, exhibit, request);
                });
              }});
  router.add({.method = http::Method::get,
              .pattern = "/api/" + list.path + ".csv",
              .operation = "export_" + list.name,
              .summary = "The same list whole, for a spreadsheet.",
              .tags = {"lists"},
              .callers = http::Callers::with("see_picture"),
              .parameters = list.filters,
              .reply_type = "text/csv",
              .handler = [&app, list](const http::Request& request) {
                return export_list(list, app, request);
              }});
}

http::Parameter filter(const std::string& name, http::Schema schema) {
  return {.name = name,
          .in = http::Parameter::In::query,
          .schema = std::move(schema),
          .need = http::Need::optional};
}

}  // namespace

void add_list_routes(http::Router& router, const App& app) {
  const auto force = filter("force", http::text({.min = 1, .max = 100}, "Whose records say so."));
  const auto is_new = filter("is_new", http::boolean("First recorded of late."));
  add_list<NetworkRow>(
      router, app,
      {"networks",
       "networks",
       "NetworkRow",
       "The networks of the caller's picture, most harm first.",
       {force, is_new,
        filter("threat_type", http::text({.min = 1, .max = 100}, "A key of show_picture.")),
        filter("from", http::date("Was active on that day or later.")),
        filter("until", http::date("Was active by the end of that day."))},
       ask_networks});
  add_list<NominalRow>(router, app,
                       {"nominals",
                        "nominals",
                        "NominalRow",
                        "The people of the caller's picture who may be ranked, most harm first.",
                        {force, is_new, filter("in_network", http::boolean())},
                        ask_nominals});
  add_list<ProtectedRow>(
      router, app,
      {"protected",
       "protection",
       "ProtectedRow",
       "People to protect, who stand in no rank, most often recorded as such first.",
       {force, filter("reason", http::refer_to("ProtectionReason")),
        filter("is_also_suspect", http::boolean())},
       ask_protected});
  add_list<HeldBackRow>(router, app,
                        {"held_back",
                         "held-back",
                         "HeldBackRow",
                         "People who may be somebody to protect: ranked when an analyst decides.",
                         {},
                         ask_held_back});
}

}  // namespace api
