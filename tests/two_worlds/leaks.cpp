#include "two_worlds/leaks.hpp"

#include <nlohmann/json.hpp>

namespace two_worlds {

namespace {

using Json = nlohmann::ordered_json;
using Pointer = Json::json_pointer;

Json parsed(const http::Reply& reply) { return Json::parse(reply.content(), nullptr, false); }

// The part of the reply as the entitled reader's has it.
Leak part(std::string name, std::string operation, std::string pointer) {
  return {std::move(name), std::move(operation),
          [pointer](http::Reply& reply, const http::Reply& of_entitled) {
            auto own = parsed(reply);
            const auto theirs = parsed(of_entitled);
            const Pointer at(pointer);
            if (!own.is_object() || !theirs.is_object() || !theirs.contains(at)) return;
            own[at] = theirs[at];
            reply.body = own.dump();
          }};
}

}  // namespace

const std::vector<Leak>& planted_leaks() {
  static const std::vector<Leak> leaks = {
      part("counts and totals", "search", "/count"),
      part("page numbers", "list_neighbours", "/next_cursor"),
      part("facets", "search", "/facets"),
      part("autocomplete", "suggest", "/entities"),
      part("snippet windows", "search", "/passages"),
      part("degree badges", "list_neighbours", "/count"),
      part("path through a hidden node", "find_paths", "/pairs"),
      part("rank order", "list_nominals", "/rows"),
      part("merge suggestions", "show_profile", "/perhaps_same_as"),
      part("timeline minimum and maximum", "show_timeline", "/items"),
      part("what changed since", "show_changes", "/new_records"),
      {"error text", "",
       [](http::Reply& reply, const http::Reply& of_entitled) {
         if (reply.status == 404 && of_entitled.status == 200) reply.status = 403;
       }},
      {"last-modified bumped by a hidden link", "show_picture",
       [](http::Reply& reply, const http::Reply& of_entitled) {
         const auto theirs = parsed(of_entitled);
         if (theirs.is_object() && theirs.contains("records"))
           reply.headers.push_back({"ETag", theirs["records"].dump()});
       }},
      part("corrections that others made", "list_corrections", "/corrections"),
      part("notes of others", "list_entity_notes", "/notes"),
      part("views of others", "list_views", "/views"),
      part("import listing", "list_imports", "/imports"),
  };
  return leaks;
}

}  // namespace two_worlds
