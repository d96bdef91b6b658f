#include "two_worlds/generators.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace two_worlds {

namespace {

using Json = nlohmann::json;
using http::RawRequest;

RawRequest get(const std::string& target) {
  return {.method = "GET", .target = target, .headers = {{"Host", "localhost"}}, .peer = "test"};
}

RawRequest post(const std::string& target, const Json& body) {
  return {.method = "POST",
          .target = target,
          .headers = {{"Host", "localhost"}, {"Content-Type", "application/json"}},
          .body = body.dump(),
          .peer = "test"};
}

const std::vector<std::string> typed = {
    "smith",       "john smith", "smyth", "khan",    "jones 1975", "cash",
    "07700900001", "taxi",       "nowak", "ann",     "bill",       "obi emeka",
    "07700900005", "car wash",   "wei",   "working", "mill lane",  "NIGHTJAR"};

// Mostly what they were given; now and then what they could only guess.
std::string name_in(Dice& dice, const std::vector<std::string>& given, const Known& known) {
  if (!known.hidden.empty() && dice.chance(8)) return dice.pick(known.hidden);
  if (given.empty()) return "0000000000000000-person";
  return dice.pick(given);
}

std::string entity(Dice& dice, const Known& known) { return name_in(dice, known.entities, known); }
std::string person(Dice& dice, const Known& known) { return name_in(dice, known.people, known); }

std::string paged(Dice& dice, const std::string& target) {
  if (dice.chance(60)) return target;
  return target + "?limit=" + std::to_string(1 + dice.below(30)) +
         (dice.chance(30) ? "&cursor=c" + std::to_string(dice.below(4)) : "");
}

Json window(Dice& dice) {
  Json body = Json::object();
  if (dice.chance(15)) body["from"] = "2026-02-01";
  if (dice.chance(10)) body["until"] = "2026-05-01";
  if (dice.chance(10)) body["known_by"] = "2026-04-01";
  return body;
}

Json filter(Dice& dice) {
  auto body = window(dice);
  if (dice.chance(20)) body["nouns"] = {"person", "phone"};
  if (dice.chance(10)) body["roles"] = {"suspect_in", "uses"};
  if (dice.chance(10)) body["ties"] = {"co_offending", "communication"};
  return body;
}

RawRequest find_paths(Dice& dice, const Known& known) {
  static const std::vector<std::string> orders = {"steps", "strength", "time"};
  auto body = filter(dice);
  body.erase("nouns");
  const bool is_of_things = dice.chance(25);
  const auto ends = dice.chance(25) ? 4 : 2;
  for (int i = 0; i < ends; ++i)
    body["entities"].push_back(is_of_things ? entity(dice, known) : person(dice, known));
  if (dice.chance(40)) body["order"] = dice.pick(orders);
  if (dice.chance(40)) body["through"] = dice.chance(50) ? "people" : "all";
  if (dice.chance(30)) body["count"] = 1 + dice.below(5);
  if (dice.chance(20)) body["steps_max"] = 1 + dice.below(6);
  if (dice.chance(20)) body["hub_max"] = dice.below(10);
  return post("/api/paths", body);
}

// A list with some of its filters: a page of it, or all of it as a file.
RawRequest list(Dice& dice, const std::string& target, const std::vector<std::string>& filters) {
  auto asked = target.ends_with(".csv") ? target : paged(dice, target);
  for (const auto& each : filters) {
    if (dice.chance(15)) asked += (asked.find('?') == std::string::npos ? "?" : "&") + each;
  }
  return get(asked);
}

std::string network(Dice& dice, const Known& known) {
  return "/api/networks/" + name_in(dice, known.networks, known);
}

RawRequest search(Dice& dice, const Known&) {
  Json body{{"query", dice.pick(typed)}};
  if (dice.chance(15)) body["nouns"] = {"person"};
  return post(paged(dice, "/api/search"), body);
}

RawRequest decide(Dice& dice, const Known& known) {
  const std::vector<std::string> verdicts = {"same", "different", "unsure"};
  return post("/api/decisions", {{"left", person(dice, known)},
                                 {"right", person(dice, known)},
                                 {"verdict", dice.pick(verdicts)},
                                 {"reason", "as both records say"}});
}

RawRequest correct(Dice& dice, const Known& known) {
  static const std::vector<std::string> remedies = {"replace", "replace", "ignore", "restore"};
  Json body{{"record", "0000000000000000"},  {"slot", "person"},
            {"attribute", "family_name"},    {"was", "Smith"},
            {"remedy", dice.pick(remedies)}, {"reason", "as the notebook has it"}};
  if (!known.records.empty()) body["record"] = dice.pick(known.records);
  if (!known.values.empty() && dice.chance(80)) {
    const auto& value = dice.pick(known.values);
    body["record"] = value.record;
    body["slot"] = value.slot;
    body["attribute"] = value.attribute;
    body["was"] = value.text;
  }
  if (!known.hidden.empty() && dice.chance(8))
    body["record"] = dice.pick(known.hidden).substr(0, 16);
  if (body["remedy"] == "replace") body["becomes"] = dice.chance(80) ? "Khan" : "2/3/1990";
  if (dice.chance(40)) body["rests_on"] = dice.chance(50) ? "record" : "entity";
  return post("/api/corrections", body);
}

RawRequest add_note(Dice& dice, const Known& known) {
  const bool is_of_network = dice.chance(40);
  return post(
      "/api/notes",
      {{"subject", is_of_network ? "network" : "entity"},
       {"about", is_of_network ? name_in(dice, known.networks, known) : entity(dice, known)},
       {"text", "seen at the car wash on " + std::to_string(dice.below(28))}});
}

RawRequest save_view(Dice& dice, const Known& known) {
  Json body{{"title", "as briefed"},
            {"sharing", dice.chance(50) ? "own" : "audience"},
            {"nodes", Json::array()},
            {"filters",
             {{"kinds", {"phone"}}, {"strengths", Json::array()}, {"sayings", Json::array()}}}};
  for (std::size_t i = dice.below(5); i > 0; --i)
    body["nodes"].push_back({{"entity", entity(dice, known)}, {"x", 1.5}, {"y", -3}});
  if (dice.chance(30)) body["chosen"] = entity(dice, known);
  return post(network(dice, known) + "/views", body);
}

// Of those they were shown; now and then one that they could only guess.
std::string jotting(Dice& dice, const std::vector<std::string>& given) {
  return given.empty() || dice.chance(10) ? "0000000000000000" : dice.pick(given);
}

RawRequest import_file(Dice& dice, const Known&) {
  const auto number = std::to_string(dice.below(3));
  RawRequest request{
      .method = "POST",
      .target = "/api/imports?file=more" + number +
                ".csv&source=calls&force=North&layout=call-data-records&basis=policing",
      .headers = {{"Host", "localhost"}, {"Content-Type", "application/octet-stream"}},
      .body =
          "Call Type,A Number,B Number,Start Date,Start Time,Duration (s)\n"
          "VOICE MO,0770090000" +
          number + ",07700900005,01/03/2026,10:00:00,60\n",
      .peer = "test"};
  return request;
}

void add_lists(std::map<std::string, Generator>& all) {
  const auto both = [&](const std::string& name, const std::string& path,
                        const std::vector<std::string>& filters) {
    all["list_" + name] = [path, filters](Dice& dice, const Known&) {
      return list(dice, path, filters);
    };
    all["export_" + name] = [path, filters](Dice& dice, const Known&) {
      return list(dice, path + ".csv", filters);
    };
  };
  both("networks", "/api/networks",
       {"force=North", "is_new=true", "threat_type=modern_slavery", "from=2026-03-01",
        "until=2026-05-01"});
  both("nominals", "/api/nominals", {"force=South", "is_new=false", "in_network=true"});
  both("protected", "/api/protection", {"force=North", "reason=victim", "is_also_suspect=true"});
  both("held_back", "/api/held-back", {});
}

std::map<std::string, Generator> make() {
  std::map<std::string, Generator> all;
  const auto plain = [&](const std::string& operation, const std::string& target) {
    all[operation] = [target](Dice& dice, const Known&) { return get(paged(dice, target)); };
  };
  const auto exact = [&](const std::string& operation, const std::string& target) {
    all[operation] = [target](Dice&, const Known&) { return get(target); };
  };
  all["search"] = search;
  all["suggest"] = [](Dice& dice, const Known&) {
    const auto text = dice.pick(typed);
    return post("/api/suggest", {{"typed", text.substr(0, 2 + dice.below(4))}});
  };
  all["search_list"] = [](Dice& dice, const Known&) {
    return post("/api/search-list", {{"lines", {dice.pick(typed), dice.pick(typed)}}});
  };
  all["show_profile"] = [](Dice& dice, const Known& known) {
    return get("/api/entities/" + entity(dice, known) +
               (dice.chance(20) ? "?as_at=2026-03-15" : ""));
  };
  all["list_neighbours"] = [](Dice& dice, const Known& known) {
    return post(paged(dice, "/api/entities/" + entity(dice, known) + "/neighbours"), filter(dice));
  };
  all["expand"] = [](Dice& dice, const Known& known) {
    auto body = filter(dice);
    const auto from = entity(dice, known);
    body["shown"] = {from, entity(dice, known)};
    if (dice.chance(30)) body["per_noun"] = 1 + dice.below(3);
    return post("/api/entities/" + from + "/expand", body);
  };
  all["show_timeline"] = [](Dice& dice, const Known& known) {
    return post(paged(dice, "/api/entities/" + entity(dice, known) + "/timeline"), filter(dice));
  };
  all["show_places"] = [](Dice& dice, const Known& known) {
    return post("/api/entities/" + entity(dice, known) + "/places", window(dice));
  };
  all["show_identity"] = [](Dice& dice, const Known& known) {
    return get("/api/entities/" + person(dice, known) + "/identity");
  };
  all["compare"] = [](Dice& dice, const Known& known) {
    return post("/api/compare", {{"left", person(dice, known)}, {"right", person(dice, known)}});
  };
  all["find_paths"] = find_paths;
  add_lists(all);
  all["show_network"] = [](Dice& dice, const Known& known) { return get(network(dice, known)); };
  all["show_network_timeline"] = [](Dice& dice, const Known& known) {
    return post(paged(dice, network(dice, known) + "/timeline"), filter(dice));
  };
  all["show_network_places"] = [](Dice& dice, const Known& known) {
    return post(network(dice, known) + "/places", window(dice));
  };
  all["show_changes"] = [](Dice& dice, const Known&) {
    static const std::vector<std::string> days = {"1990-01-01", "2026-03-05", "2026-03-20",
                                                  "2026-04-15", "2026-11-22", "2030-01-01"};
    return get("/api/changes?since=" + dice.pick(days));
  };
  all["show_record"] = [](Dice& dice, const Known& known) {
    auto name = name_in(dice, known.records, known);
    return get("/api/records/" + name.substr(0, name.find('-')));
  };
  all["decide"] = decide;
  plain("list_decisions", "/api/decisions");
  all["correct"] = correct;
  plain("list_corrections", "/api/corrections");
  all["list_entity_notes"] = [](Dice& dice, const Known& known) {
    return get(paged(dice, "/api/entities/" + entity(dice, known) + "/notes"));
  };
  all["list_network_notes"] = [](Dice& dice, const Known& known) {
    return get(paged(dice, network(dice, known) + "/notes"));
  };
  all["add_note"] = add_note;
  all["withdraw_note"] = [](Dice& dice, const Known& known) {
    return post("/api/notes/" + jotting(dice, known.notes) + "/withdraw", {{"reason", "mistaken"}});
  };
  all["list_views"] = [](Dice& dice, const Known& known) {
    return get(paged(dice, network(dice, known) + "/views"));
  };
  all["save_view"] = save_view;
  all["open_view"] = [](Dice& dice, const Known& known) {
    if (known.views.empty()) return get(network(dice, known) + "/views");
    return get("/api/views/" + jotting(dice, known.views));
  };
  all["withdraw_view"] = [](Dice& dice, const Known& known) {
    auto request = get("/api/views/" + jotting(dice, known.views) + "/withdraw");
    request.method = "POST";
    return request;
  };
  plain("list_imports", "/api/imports");
  all["import_file"] = import_file;
  all["undo_import"] = [](Dice& dice, const Known& known) {
    const auto name = known.imports.empty() ? "000000000000" : dice.pick(known.imports);
    return post("/api/imports/" + name + "/undo", {{"reason", "by mistake"}});
  };
  exact("show_picture", "/api/picture");
  exact("listen", "/api/events");
  exact("show_session", "/api/session");
  exact("list_sessions", "/api/sessions");
  exact("list_accounts", "/api/accounts");
  all["end_session"] = [](Dice&, const Known&) {
    auto request = get("/api/sessions/0123456789abcdef0123");
    request.method = "DELETE";
    return request;
  };
  all["sign_out"] = [](Dice&, const Known&) {
    auto request = get("/api/session");
    request.method = "DELETE";
    return request;
  };
  all["sign_in"] = [](Dice& dice, const Known&) {
    return post("/api/session", {{"user", dice.chance(50) ? "reader" : "nobody"},
                                 {"password", "quiet harbour lantern"}});
  };
  all["change_password"] = [](Dice&, const Known&) {
    return post("/api/session/password", {{"old_password", "quiet harbour lantern"},
                                          {"new_password", "bright harbour lantern"}});
  };
  all["add_account"] = [](Dice&, const Known&) { return post("/api/accounts", Json::object()); };
  all["give_pass_phrase"] = [](Dice&, const Known&) {
    return post("/api/accounts/reader/password", Json::object());
  };
  all["change_account"] = [](Dice&, const Known&) {
    auto request = post("/api/accounts/reader", Json::object());
    request.method = "PATCH";
    return request;
  };
  exact("health", "/api/health");
  exact("describe", "/api/openapi.json");
  return all;
}

void collect(const Json& json, const std::string& key, std::vector<std::string>& names) {
  if (json.is_array()) {
    for (const auto& each : json) collect(each, key, names);
  }
  if (!json.is_object()) return;
  for (const auto& [name, value] : json.items()) {
    if (name == key && value.is_string()) names.push_back(value);
    collect(value, key, names);
  }
}

template <class Name>
void keep_last(std::vector<Name>& names) {
  constexpr std::size_t kept = 300;
  if (names.size() > kept) names.erase(names.begin(), names.end() - kept);
}

}  // namespace

void Known::learn(const http::Reply& reply) {
  const auto json = Json::parse(reply.content(), nullptr, false);
  if (!json.is_object()) return;
  collect(json, "entity", entities);
  collect(json, "record", records);
  collect(json, "network", networks);
  collect(json, "note", notes);
  collect(json, "view", views);
  if (json.contains("imports")) {
    for (const auto& each : json["imports"]) {
      // What the reader brought in themselves: undoing the whole region would leave nothing to ask.
      if (each.value("file", "").rfind("more", 0) == 0) imports.push_back(each["import"]);
    }
  }
  if (json.contains("as_received")) {
    for (const auto& mention : json["read"]["mentions"]) {
      for (const auto& value : mention["values"])
        values.push_back({json["record"], mention["slot"], value["attribute"], value["text"]});
    }
    keep_last(values);
  }
  const auto is_person = [](const std::string& name) {
    return name.find("person") != std::string::npos || name.find("holder") != std::string::npos;
  };
  for (const auto& name : entities) {
    if (is_person(name)) people.push_back(name);
  }
  for (auto* names : {&entities, &people, &records, &networks, &imports, &notes, &views})
    keep_last(*names);
}

void Known::learn_hidden(const http::Reply& reply) {
  const auto json = Json::parse(reply.content(), nullptr, false);
  if (!json.is_object()) return;
  collect(json, "entity", hidden);
  collect(json, "record", hidden);
  keep_last(hidden);
}

const std::map<std::string, Generator>& generators() {
  static const auto all = make();
  return all;
}

const std::map<std::string, std::string>& exempt() {
  static const std::map<std::string, std::string> reasons = {
      {"list_consultations", "audit: who may read the log may read what is in it"}};
  return reasons;
}

}  // namespace two_worlds
