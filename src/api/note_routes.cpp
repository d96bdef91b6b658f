#include <algorithm>

#include "api/exhibits.hpp"
#include "api/jottings.hpp"
#include "api/questions.hpp"
#include "api/routes.hpp"
#include "api/schemas.hpp"
#include "base/error.hpp"
#include "http/problem.hpp"
#include "questions/marking.hpp"
#include "questions/network_name.hpp"

namespace api {

using gallery::Exhibit;
using model::Subject;

namespace {

Json note_json(const Kept& kept) {
  const auto& note = kept.jotting;
  Json written;
  written["note"] = to_string(note.name);
  written["subject"] = base::name_of(note.subject);
  written["about"] = note.about;
  written["text"] = note.text;
  written["author"] = note.author;
  written["written"] = base::to_string_utc(note.written);
  if (kept.withdrawal) {
    written["withdrawn"] = {{"by", kept.withdrawal->author},
                            {"at", base::to_string_utc(kept.withdrawal->written)},
                            {"reason", kept.withdrawal->text}};
  }
  written["marking"] = questions::marking_json(note.label);
  return written;
}

http::Schema note_schema() {
  const auto withdrawn =
      http::object({{"by", words()}, {"at", http::date_time()}, {"reason", words()}});
  return http::object({{"note", http::reference()},
                       {"subject", any_of<Subject>()},
                       {"about", words("What it is about, as its author's server named it.")},
                       {"text", words()},
                       {"author", words()},
                       {"written", http::date_time()},
                       {"withdrawn", withdrawn, optional},
                       marking_property()});
}

/// What a note may be about, in one picture.
struct About {
  Subject subject;
  std::size_t position;  ///< an entity, or a network of Picture::networks
  auto operator<=>(const About&) const = default;
};

std::optional<About> find_about(const Exhibit& exhibit, Subject subject, const std::string& name) {
  if (subject == Subject::entity) {
    if (const auto entity = exhibit.index().find(name)) return About{subject, *entity};
    return {};
  }
  if (const auto network = questions::find_network(exhibit.index(), name))
    return About{subject, *network};
  return {};
}

std::string name_of(const Exhibit& exhibit, const About& about) {
  if (about.subject == Subject::network)
    return questions::network_name(exhibit.index(), about.position);
  return exhibit.index().name(static_cast<picture::Entity>(about.position));
}

// A network's place among all rests on all, as its page does.
model::Label label_about(const Exhibit& exhibit, const About& about) {
  if (about.subject == Subject::network) return exhibit.label();
  return label_of(exhibit, static_cast<picture::Entity>(about.position));
}

About about_asked(const Exhibit& exhibit, Subject subject, const std::string& name) {
  const auto about = find_about(exhibit, subject, name);
  if (!about) throw base::Error(base::Fault::missing, "there is nothing of that name");
  return *about;
}

http::Reply add_note(const App& app, const http::Request& request) {
  const auto& viewer = viewer_of(request);
  const auto exhibit = app.gallery.show(viewer);
  const auto about =
      about_asked(*exhibit, *base::named<Subject>(request.body["subject"].get<std::string>()),
                  request.body["about"].get<std::string>());
  const auto note = keep(app,
                         {.kind = model::JottingKind::note,
                          .subject = about.subject,
                          .about = name_of(*exhibit, about),
                          .text = request.body["text"],
                          .author = viewer.name,
                          .label = label_about(*exhibit, about)},
                         "add note");
  return json_reply(note_json({note, {}}), 201);
}

http::Reply withdraw_note(const App& app, const http::Request& request) {
  const auto& viewer = viewer_of(request);
  const auto note =
      standing_jotting(app, viewer, model::JottingKind::note, request.parameters["note"]);
  const auto taken =
      withdraw(app, viewer, note, request.body["reason"].get<std::string>(), "withdraw note");
  return json_reply(note_json({note, taken}));
}

Shown notes(const App& app, const http::Request& request, const Exhibit& exhibit, Subject subject) {
  const auto about = about_asked(
      exhibit, subject, request.parameters[std::string(base::name_of(subject))].get<std::string>());
  auto all = jottings_of(app, viewer_of(request), model::JottingKind::note);
  std::erase_if(all, [&](const auto& each) {
    return each.jotting.subject != subject ||
           find_about(exhibit, subject, each.jotting.about) != about;
  });
  const auto page = page_of(request);
  Shown shown{.subject = "notes on " + name_of(exhibit, about),
              .label = {.tier = model::Tier::official}};
  Json items = Json::array();
  for (std::size_t i = page.position; i < all.size() && items.size() < page.limit; ++i) {
    items.push_back(note_json(all[i]));
    shown.label = join(shown.label, all[i].jotting.label);
  }
  shown.records = items.size();
  shown.body = list_json("notes", std::move(items), page, all.size(), shown.label);
  return shown;
}

void add_list(http::Router& router, const App& app, Subject subject, const std::string& pattern) {
  const std::string name(base::name_of(subject));
  router.add({.method = http::Method::get,
              .pattern = pattern,
              .operation = "list_" + name + "_notes",
              .summary = "What people noted on it, the latest first; those taken back too.",
              .tags = {"notes"},
              .callers = http::Callers::with("see_picture"),
              .parameters = with_pages({name_parameter(name)}),
              .reply = page_of("notes", http::refer_to("Note")),
              .handler = [&app, subject](const http::Request& request) {
                return consult(app, request, "notes", [&](const Exhibit& exhibit) {
                  return notes(app, request, exhibit, subject);
                });
              }});
}

}  // namespace

void add_note_routes(http::Router& router, const App& app) {
  router.add_component("Note", note_schema());
  add_list(router, app, Subject::entity, "/api/entities/{entity}/notes");
  add_list(router, app, Subject::network, "/api/networks/{network}/notes");
  router.add({.method = http::Method::post,
              .pattern = "/api/notes",
              .operation = "add_note",
              .summary =
                  "Notes something on an entity or a network, for those who may see all that the "
                  "caller sees of it. Never edited: withdrawn, and noted anew.",
              .tags = {"notes"},
              .callers = http::Callers::with("decide"),
              .body = http::object({{"subject", any_of<Subject>()},
                                    {"about", entity_schema()},
                                    {"text", http::text({.min = 1, .max = 4000})}}),
              .reply = http::refer_to("Note"),
              .success = 201,
              .is_write = true,
              .handler = [&app](const http::Request& request) { return add_note(app, request); }});
  router.add(
      {.method = http::Method::post,
       .pattern = "/api/notes/{note}/withdraw",
       .operation = "withdraw_note",
       .summary = "Takes a note back; it stays, with who took it back and why.",
       .tags = {"notes"},
       .callers = http::Callers::with("decide"),
       .parameters = {{.name = "note", .schema = http::reference()}},
       .body = http::object({{"reason", http::text({.min = 3, .max = 2000})}}),
       .reply = http::refer_to("Note"),
       .is_write = true,
       .handler = [&app](const http::Request& request) { return withdraw_note(app, request); }});
}

}  // namespace api
