#include <algorithm>
#include <set>

#include "api/exhibits.hpp"
#include "api/routes.hpp"
#include "base/csv.hpp"
#include "base/text.hpp"

namespace api {

using gallery::Exhibit;
using picture::Picture;

namespace {

double days(threat::Harm harm) { return static_cast<double>(harm) / threat::harm_per_day; }

Json day(std::optional<base::Seconds> time) {
  return time ? Json(base::to_string_utc(*time).substr(0, 10)) : Json();
}

std::string type_of(const Picture& picture, const picture::RankedNetwork& network) {
  return network.threat_types.empty()
             ? ""
             : picture.tables.threat_types[network.threat_types[0].first].key;
}

Json who(const Exhibit& exhibit, picture::Entity person) {
  return {{"entity", exhibit.index().name(person)}, {"caption", exhibit.index().caption(person)}};
}

// A list of the picture: how many lines it has, which of them a filter lets through, and each as a
// row.
struct List {
  std::string name, file;
  std::size_t (*size)(const Picture&);
  bool (*passes)(const Exhibit&, std::size_t, const nlohmann::json& parameters);
  Json (*row)(const Exhibit&, std::size_t);
  model::Label (*label)(const Exhibit&, std::size_t);
};

bool is(const nlohmann::json& parameters, const char* name, std::string_view value) {
  return !parameters.contains(name) || parameters[name].get<std::string>() == value;
}

bool is_asked(const nlohmann::json& parameters, const char* name, bool holds) {
  return !parameters.contains(name) || parameters[name].get<bool>() == holds;
}

bool has_force(const nlohmann::json& parameters, const std::vector<std::string>& forces) {
  if (!parameters.contains("force")) return true;
  return std::find(forces.begin(), forces.end(), parameters["force"].get<std::string>()) !=
         forces.end();
}

std::vector<std::string> forces_of(const Exhibit& exhibit, picture::Entity person) {
  const auto& picture = exhibit.picture();
  std::set<std::string> forces;
  for (auto mention : picture.entities.mentions(person)) {
    const auto& record = picture.evidence.records[picture.evidence.mentions[mention].record];
    if (const auto& force = picture.evidence.sources[record.source].force; !force.empty())
      forces.insert(force);
  }
  return {forces.begin(), forces.end()};
}

bool network_passes(const Exhibit& exhibit, std::size_t i, const nlohmann::json& parameters) {
  const auto& network = exhibit.picture().networks[i];
  return has_force(parameters, network.forces) &&
         is(parameters, "threat_type", type_of(exhibit.picture(), network)) &&
         is_asked(parameters, "is_new", network.is_new);
}

Json network_row(const Exhibit& exhibit, std::size_t i) {
  const auto& picture = exhibit.picture();
  const auto& network = picture.networks[i];
  std::size_t kept_apart = 0, ranked = 0;
  for (const auto& member : network.members) {
    kept_apart += member.standing == picture::Standing::kept_apart;
    ranked += member.standing == picture::Standing::ranked;
  }
  Json first = Json::array();
  for (const auto& member : network.members) {
    if (member.standing == picture::Standing::ranked && first.size() < 3)
      first.push_back(who(exhibit, member.person));
  }
  return {{"network", network_name(exhibit, i)},
          {"rank", i + 1},
          {"harm_days", days(network.harm.total)},
          {"threat_type", type_of(picture, network)},
          {"people", network.members.size()},
          {"ranked", ranked},
          {"protected", kept_apart},
          {"forces", network.forces},
          {"first", day(network.first)},
          {"last", day(network.last)},
          {"is_new", network.is_new},
          {"most_prominent", std::move(first)}};
}

model::Label network_label(const Exhibit& exhibit, std::size_t i) {
  const auto& picture = exhibit.picture();
  model::Label label{.tier = model::Tier::official};
  for (auto tie : picture.networks[i].ties)
    label = join(label, label_of(picture, picture.ties[tie].record));
  for (const auto& term : picture.networks[i].harm.terms)
    label = join(label, label_of(picture, term.record));
  return label;
}

bool nominal_passes(const Exhibit& exhibit, std::size_t i, const nlohmann::json& parameters) {
  const auto& nominal = exhibit.picture().nominals[i];
  return is_asked(parameters, "is_new", nominal.is_new) &&
         is_asked(parameters, "in_network", !nominal.networks.empty()) &&
         (!parameters.contains("force") ||
          has_force(parameters, forces_of(exhibit, nominal.person)));
}

Json nominal_row(const Exhibit& exhibit, std::size_t i) {
  const auto& nominal = exhibit.picture().nominals[i];
  auto row = who(exhibit, nominal.person);
  row["rank"] = i + 1;
  row["harm_days"] = days(nominal.harm.total);
  row["offences"] = nominal.harm.terms.size();
  row["gravest"] = nominal.harm.terms.empty() ? "" : nominal.harm.terms[0].offence->title;
  row["forces"] = forces_of(exhibit, nominal.person);
  row["is_new"] = nominal.is_new;
  row["networks"] = Json::array();
  for (auto network : nominal.networks) row["networks"].push_back(network_name(exhibit, network));
  return row;
}

bool protected_passes(const Exhibit& exhibit, std::size_t i, const nlohmann::json& parameters) {
  const auto& person = exhibit.picture().protection_list[i];
  const bool has_reason =
      !parameters.contains("reason") ||
      std::any_of(person.lines.begin(), person.lines.end(), [&](const auto& line) {
        return base::name_of(line.reason) == parameters["reason"].get<std::string>();
      });
  return has_reason && is_asked(parameters, "is_also_suspect", person.is_also_suspect) &&
         (!parameters.contains("force") ||
          has_force(parameters, forces_of(exhibit, person.person)));
}

Json protected_row(const Exhibit& exhibit, std::size_t i) {
  const auto& person = exhibit.picture().protection_list[i];
  auto row = who(exhibit, person.person);
  std::set<std::string_view> reasons;
  for (const auto& line : person.lines) reasons.insert(base::name_of(line.reason));
  row["reasons"] = reasons;
  row["lines"] = person.lines.size();
  row["is_also_suspect"] = person.is_also_suspect;
  row["forces"] = forces_of(exhibit, person.person);
  return row;
}

Json held_back_row(const Exhibit& exhibit, std::size_t i) {
  const auto& held = exhibit.picture().held_back[i];
  auto row = who(exhibit, held.person);
  row["perhaps"] = Json::array();
  for (auto person : held.perhaps) row["perhaps"].push_back(who(exhibit, person));
  return row;
}

const std::vector<List>& lists() {
  static const std::vector<List> all = {
      {"networks", "networks", [](const Picture& picture) { return picture.networks.size(); },
       network_passes, network_row, network_label},
      {"nominals", "nominals", [](const Picture& picture) { return picture.nominals.size(); },
       nominal_passes, nominal_row,
       [](const Exhibit& exhibit, std::size_t i) {
         return label_of(exhibit, exhibit.picture().nominals[i].person);
       }},
      {"protected", "protection",
       [](const Picture& picture) { return picture.protection_list.size(); }, protected_passes,
       protected_row,
       [](const Exhibit& exhibit, std::size_t i) {
         return label_of(exhibit, exhibit.picture().protection_list[i].person);
       }},
      {"held_back", "held-back", [](const Picture& picture) { return picture.held_back.size(); },
       [](const Exhibit&, std::size_t, const nlohmann::json&) { return true; }, held_back_row,
       [](const Exhibit& exhibit, std::size_t i) {
         auto label = label_of(exhibit, exhibit.picture().held_back[i].person);
         for (auto person : exhibit.picture().held_back[i].perhaps)
           label = join(label, label_of(exhibit, person));
         return label;
       }},
  };
  return all;
}

Shown page_of_list(const List& list, const Exhibit& exhibit, const http::Request& request) {
  const auto page = page_of(request);
  const auto size = list.size(exhibit.picture());
  Shown shown{.subject = list.name, .label = {.tier = model::Tier::official}};
  Json rows = Json::array();
  std::size_t total = 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (!list.passes(exhibit, i, request.parameters)) continue;
    if (total++ < page.position || rows.size() == page.limit) continue;
    rows.push_back(list.row(exhibit, i));
    shown.label = join(shown.label, list.label(exhibit, i));
  }
  shown.records = rows.size();
  shown.body = {{"total", total},
                {list.name, std::move(rows)},
                {"next_cursor", next_cursor(page, shown.records, total)},
                {"marking", marking_of(shown.label)}};
  return shown;
}

std::string cell_of(const Json& value) {
  std::string text;
  if (value.is_string()) text = value.get<std::string>();
  if (value.is_number() || value.is_boolean()) text = value.dump();
  if (value.is_object() && value.contains("caption")) text = value["caption"].get<std::string>();
  if (value.is_array()) {
    for (const auto& each : value) text += (text.empty() ? "" : "; ") + cell_of(each);
  }
  // A spreadsheet must not take it for a formula.
  static constexpr std::string_view dangerous = "=+-@\t\r";
  if (value.is_string() && !text.empty() && dangerous.find(text[0]) != std::string_view::npos)
    text.insert(0, "'");
  return text;
}

std::string csv_line(const std::vector<std::string>& cells) {
  return base::csv_row(std::vector<std::string_view>(cells.begin(), cells.end()));
}

// The whole list, made as it is taken.
http::Reply export_list(const List& list, const App& app, const http::Request& request) {
  const auto exhibit = app.gallery.show(viewer_of(request));
  const auto size = list.size(exhibit->picture());
  const auto& label = exhibit->label();
  app.log.log({.at = app.clock(),
               .actor = viewer_of(request).name,
               .operation = model::Operation::disclosure,
               .action = "export " + list.name,
               .subject = list.name,
               .reason = reason_of(request),
               .details = "{\"rows\":" + std::to_string(size) + "}",
               .label = label});
  auto i = std::make_shared<std::size_t>(0);  // lives as long as the stream
  const auto marking = std::string(model::marking(label.tier));
  return http::stream_reply(
      [&list, exhibit, size, i, marking](std::string& chunk) {
        chunk.clear();
        for (std::size_t rows = 0; rows < 200 && *i < size; ++rows, ++*i) {
          const auto row = list.row(*exhibit, *i);
          std::vector<std::string> header{"marking"}, cells{marking};
          for (const auto& [name, value] : row.items()) {
            header.push_back(name);
            cells.push_back(cell_of(value));
          }
          if (*i == 0) chunk += csv_line(header);
          chunk += csv_line(cells);
        }
        if (size == 0 && (*i)++ == 0) chunk = csv_line({"marking"});
        return !chunk.empty();
      },
      "text/csv; charset=utf-8", list.file + ".csv");
}

http::Parameter filter(const std::string& name, http::Schema schema) {
  return {.name = name,
          .in = http::Parameter::In::query,
          .schema = std::move(schema),
          .need = http::Need::optional};
}

std::vector<http::Parameter> parameters_of(const List& list) {
  auto parameters = page_parameters();
  const auto force = filter("force", http::text({.min = 1, .max = 100}));
  const auto is_new = filter("is_new", http::boolean());
  if (list.name == "networks")
    parameters.push_back(filter("threat_type", http::text({.min = 1, .max = 100})));
  if (list.name == "networks" || list.name == "nominals") parameters.push_back(is_new);
  if (list.name == "nominals") parameters.push_back(filter("in_network", http::boolean()));
  if (list.name == "protected") {
    const auto& names = base::EnumNames<threat::ProtectionReason>::names;
    parameters.push_back(filter("reason", http::one_of({names.begin(), names.end()})));
    parameters.push_back(filter("is_also_suspect", http::boolean()));
  }
  if (list.name != "held_back") parameters.push_back(force);
  return parameters;
}

}  // namespace

void add_list_routes(http::Router& router, const App& app) {
  for (const auto& list : lists()) {
    router.add({.method = http::Method::get,
                .pattern = "/api/" + list.file,
                .operation = "list_" + list.name,
                .summary = "The " + list.name + " of the caller's picture, in order of rank.",
                .tags = {"lists"},
                .callers = http::Callers::with("see_picture"),
                .parameters = parameters_of(list),
                .reply = http::Schema::object(),
                .handler = [&app, &list](const http::Request& request) {
                  return consult(app, request, "list " + list.name, [&](const Exhibit& exhibit) {
                    return page_of_list(list, exhibit, request);
                  });
                }});
    if (list.name == "held_back") continue;
    router.add({.method = http::Method::get,
                .pattern = "/api/" + list.file + ".csv",
                .operation = "export_" + list.name,
                .summary = "The same list whole, for a spreadsheet.",
                .tags = {"lists"},
                .callers = http::Callers::with("see_picture"),
                .reply_type = "text/csv",
                .handler = [&app, &list](const http::Request& request) {
                  return export_list(list, app, request);
                }});
  }
}

}  // namespace api
