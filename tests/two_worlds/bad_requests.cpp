// Requests that break what the OpenAPI document says: wrong types, huge, deep, bad UTF-8, NUL,
// duplicate keys, unknown and missing properties, impossible parameters. No reply may be 5xx, and
// each refusal of a body or a parameter names the field.
//
//   bad_requests [--count N] [--seed S]
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>

#include <nlohmann/json.hpp>

#include "two_worlds/generators.hpp"
#include "two_worlds/world.hpp"

namespace {

using two_worlds::Dice;
using Json = nlohmann::json;

struct Mutation {
  std::string name;
  std::function<bool(Dice&, http::RawRequest&)> apply;  ///< false: does not fit this request
};

Json value_of_another_type(Dice& dice) {
  const std::vector<Json> values = {Json(),
                                    7,
                                    -1,
                                    1e300,
                                    true,
                                    "",
                                    "x",
                                    Json::array({1, Json()}),
                                    Json::object({{"a", Json::object()}}),
                                    "2026-99-99"};
  return dice.pick(values);
}

bool with_body(http::RawRequest& request, const std::function<void(Json&)>& change) {
  auto body = Json::parse(request.body, nullptr, false);
  if (!body.is_object()) return false;
  change(body);
  request.body = body.dump(-1, ' ', false, Json::error_handler_t::replace);
  return true;
}

std::string some_key(Dice& dice, const Json& body) {
  if (body.empty()) return "query";
  auto item = body.begin();
  std::advance(item, static_cast<long>(dice.below(body.size())));
  return item.key();
}

std::string deep(std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); }

bool replace_in_body(Dice& dice, http::RawRequest& request, const std::string& json_text) {
  auto body = Json::parse(request.body, nullptr, false);
  if (!body.is_object() || body.empty()) return false;
  const auto key = some_key(dice, body);
  body[key] = "@@";
  request.body = body.dump();
  request.body.replace(request.body.find("\"@@\""), 4, json_text);
  return true;
}

const std::vector<Mutation>& mutations() {
  static const std::vector<Mutation> all = {
      {"wrong type",
       [](Dice& dice, http::RawRequest& request) {
         return with_body(request, [&](Json& body) {
           body[some_key(dice, body)] = value_of_another_type(dice);
         });
       }},
      {"unknown property",
       [](Dice&, http::RawRequest& request) {
         return with_body(request, [](Json& body) { body["nobody_knows"] = 1; });
       }},
      {"missing property",
       [](Dice& dice, http::RawRequest& request) {
         return with_body(request, [&](Json& body) { body.erase(some_key(dice, body)); });
       }},
      {"huge text",
       [](Dice& dice, http::RawRequest& request) {
         return with_body(request, [&](Json& body) {
           body[some_key(dice, body)] = std::string(10'000 + dice.below(900'000), 'x');
         });
       }},
      {"deep",
       [](Dice& dice, http::RawRequest& request) {
         return replace_in_body(dice, request, deep(50 + dice.below(5000)));
       }},
      {"bad UTF-8",
       [](Dice& dice, http::RawRequest& request) {
         return replace_in_body(dice, request, "\"\xff\xc0\xaf\xed\xa0\x80\"");
       }},
      {"NUL",
       [](Dice& dice, http::RawRequest& request) {
         return replace_in_body(dice, request,
                                dice.chance(50) ? std::string("\"a\0b\"", 5) : "\"a\\u0000b\"");
       }},
      {"duplicate key",
       [](Dice& dice, http::RawRequest& request) {
         auto body = Json::parse(request.body, nullptr, false);
         if (!body.is_object() || body.empty()) return false;
         const auto key = some_key(dice, body);
         request.body.insert(1, "\"" + key + "\":1,");
         return true;
       }},
      {"cut off",
       [](Dice& dice, http::RawRequest& request) {
         if (request.body.size() < 3) return false;
         request.body.resize(1 + dice.below(request.body.size() - 1));
         return true;
       }},
      {"wrong media type",
       [](Dice&, http::RawRequest& request) {
         for (auto& header : request.headers) {
           if (header.name == "Content-Type") header.value = "text/plain";
         }
         return request.headers.size() > 1;
       }},
      {"bad limit",
       [](Dice& dice, http::RawRequest& request) {
         const std::vector<std::string> values = {"-1", "0",   "501", "9999999999999999999",
                                                  "x",  "1.5", "%00", "%ff"};
         if (request.target.find('?') != std::string::npos) return false;
         request.target += "?limit=" + dice.pick(values);
         return true;
       }},
      {"bad cursor",
       [](Dice& dice, http::RawRequest& request) {
         const std::vector<std::string> values = {"",    "c",     "c-1", "c99999999999999999999",
                                                  "%00", "c1%ff", "x"};
         if (request.target.find('?') != std::string::npos) return false;
         request.target += "?cursor=" + dice.pick(values);
         return true;
       }},
      {"bad path",
       [](Dice& dice, http::RawRequest& request) {
         const std::vector<std::string> parts = {
             "%00", "%ff%fe", "..", "%2e%2e", "a/b/c/d", std::string(5000, 'a'), "%", "%zz"};
         const auto slash = request.target.find('/', 5);
         if (slash == std::string::npos) return false;
         request.target = request.target.substr(0, slash + 1) + dice.pick(parts);
         return true;
       }},
      {"unknown parameter",
       [](Dice&, http::RawRequest& request) {
         request.target += request.target.find('?') == std::string::npos ? "?zzz=1" : "&zzz=1";
         return true;
       }},
      {"unknown method",
       [](Dice& dice, http::RawRequest& request) {
         const std::vector<std::string> methods = {"BREW", "PUT", "DELETE", "PATCH", "get", ""};
         request.method = dice.pick(methods);
         return true;
       }},
      {"foreign origin",
       [](Dice&, http::RawRequest& request) {
         request.headers.push_back({"Origin", "https://elsewhere.example"});
         return request.method != "GET";
       }},
  };
  return all;
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t count = 10'000;
  std::uint64_t seed = 1;
  for (int i = 1; i + 1 < argc; i += 2) {
    if (std::strcmp(argv[i], "--count") == 0) count = std::strtoul(argv[i + 1], nullptr, 10);
    if (std::strcmp(argv[i], "--seed") == 0) seed = std::strtoul(argv[i + 1], nullptr, 10);
  }
  Dice dice(seed);
  const auto plan = two_worlds::make_plan(dice);
  two_worlds::World world(plan, {});
  two_worlds::Known known;
  known.learn(world.ask(plan.entitled, two_worlds::generators().at("list_nominals")(dice, known)));
  known.learn(world.ask(plan.entitled, two_worlds::generators().at("search")(dice, known)));
  std::vector<std::string> operations;
  for (const auto& [operation, generator] : two_worlds::generators()) {
    if (operation != "listen") operations.push_back(operation);
  }
  std::map<int, std::size_t> statuses;
  std::size_t refused = 0, unnamed = 0, failed = 0, asked = 0;
  while (asked < count) {
    const auto& operation = dice.pick(operations);
    auto request = two_worlds::generators().at(operation)(dice, known);
    const auto& mutation = dice.pick(mutations());
    if (!mutation.apply(dice, request)) continue;
    ++asked;
    const auto reply = world.ask(plan.entitled, request);
    ++statuses[reply.status];
    const auto body = Json::parse(reply.content(), nullptr, false);
    if (reply.status >= 500) {
      ++failed;
      std::printf("%d to %s of %s: %s %s %s\n", reply.status, mutation.name.c_str(),
                  operation.c_str(), request.method.c_str(), request.target.substr(0, 200).c_str(),
                  request.body.substr(0, 200).c_str());
    }
    if (reply.status != 400) continue;
    ++refused;
    if (body.is_object() && body.contains("field")) continue;
    ++unnamed;
    if (unnamed <= 5)
      std::printf("no field named for %s of %s: %s\n", mutation.name.c_str(), operation.c_str(),
                  reply.body.substr(0, 300).c_str());
  }
  for (const auto& [status, number] : statuses) std::printf("  %d: %zu\n", status, number);
  std::printf(
      "%zu bad requests, %zu refused as 400, %zu without the field's name, %zu replies of "
      "5xx\n",
      asked, refused, unnamed, failed);
  return failed == 0 && unnamed == 0 ? 0 : 1;
}
