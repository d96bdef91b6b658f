// Two worlds (trust.md A1): a reader asks the same random sequence of requests, reads and writes,
// of a full store and of one from which all that they may not see was deleted, and gets the same
// bytes.
//
//   two_worlds [--pairs N] [--seed S] [--leaks]
//
// Ends with one line and exit status 1 on any difference; --leaks plants mistakes, each of which
// must be caught.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <set>

#include "two_worlds/generators.hpp"
#include "two_worlds/leaks.hpp"
#include "two_worlds/world.hpp"

namespace {

using two_worlds::Dice;
using two_worlds::Known;
using two_worlds::Leak;
using two_worlds::World;

struct Tally {
  std::size_t pairs = 0, differences = 0, failed = 0;
  std::size_t eligible = 0, with_content = 0, entitled_differs = 0;
  std::size_t hidden = 0, sharing = 0;
  std::map<std::string, std::size_t> by_operation;
};

double percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

bool has_content(const http::Reply& reply) {
  return reply.status / 100 == 2 && (reply.stream || reply.content().size() > 2);
}

void explain(const std::string& operation, const http::RawRequest& request, const std::string& full,
             const std::string& without) {
  std::size_t at = 0;
  while (at < full.size() && at < without.size() && full[at] == without[at]) ++at;
  const auto begin = at < 80 ? 0 : at - 80;
  std::printf("DIFFERENCE in %s: %s %s %s\n  full:    …%s\n  without: …%s\n", operation.c_str(),
              request.method.c_str(), request.target.c_str(), request.body.substr(0, 200).c_str(),
              full.substr(begin, 240).c_str(), without.substr(begin, 240).c_str());
}

// One pair of worlds, asked `count` times.
void run_worlds(std::uint64_t seed, std::size_t count, const Leak* leak, Tally& tally) {
  Dice dice(seed);
  const auto plan = two_worlds::make_plan(dice);
  const auto overlap = two_worlds::overlap_of(plan);
  tally.hidden += overlap.hidden;
  tally.sharing += overlap.sharing;
  World full(plan, {}), without(plan, plan.reader);
  Known known;
  const auto& all = two_worlds::generators();
  std::vector<std::string> operations;
  for (const auto& [operation, generator] : all) {
    if (full.router().find_operation(operation) != nullptr) operations.push_back(operation);
  }
  const auto leaky = [&](World& world, const std::string& operation, http::Reply reply,
                         const http::RawRequest& request) {
    if (leak != nullptr && (leak->operation.empty() || leak->operation == operation))
      leak->tell(reply, world.ask(plan.entitled, request));
    return reply;
  };
  for (std::size_t i = 0; i < count; ++i) {
    // Begin by looking, so that there is something to click.
    const auto operation = i < 4 ? std::string("search") : dice.pick(operations);
    const auto request = all.at(operation)(dice, known);
    const bool is_read = !full.router().find_operation(operation)->is_write;
    const auto asked = leaky(full, operation, full.ask(plan.reader, request), request);
    const auto answer = two_worlds::bytes_of(asked);
    const auto other =
        two_worlds::bytes_of(leaky(without, operation, without.ask(plan.reader, request), request));
    ++tally.pairs;
    tally.failed += asked.status >= 500;
    ++tally.by_operation[operation];
    if (answer != other) {
      ++tally.differences;
      if (leak == nullptr) explain(operation, request, answer, other);
    }
    known.learn(asked);
    if (!is_read) continue;
    ++tally.eligible;
    tally.with_content += has_content(asked);
    if (leak != nullptr) continue;
    const auto of_entitled = full.ask(plan.entitled, request);
    known.learn_hidden(of_entitled);
    tally.entitled_differs += two_worlds::bytes_of(of_entitled) != answer;
  }
}

// Every route has a generator, or a reason why not.
bool all_routes_are_asked() {
  Dice dice(1);
  const World world(two_worlds::make_plan(dice), {});
  bool is_whole = true;
  for (const auto& route : world.router().routes()) {
    if (two_worlds::generators().count(route.operation) != 0 ||
        two_worlds::exempt().count(route.operation) != 0)
      continue;
    std::printf("route without a generator: %s (%s)\n", route.operation.c_str(),
                route.pattern.c_str());
    is_whole = false;
  }
  return is_whole;
}

constexpr std::size_t pairs_per_world = 24;

bool catch_leaks(std::uint64_t seed) {
  std::size_t caught = 0;
  for (const auto& leak : two_worlds::planted_leaks()) {
    Tally tally;
    for (std::uint64_t world = 0; world < 60 && tally.differences == 0; ++world)
      run_worlds(seed + world, 2 * pairs_per_world, &leak, tally);
    std::printf("  %-40s %s after %zu pairs\n", leak.name.c_str(),
                tally.differences > 0 ? "caught" : "NOT CAUGHT", tally.pairs);
    caught += tally.differences > 0;
  }
  std::printf("%zu of %zu planted leaks caught\n", caught, two_worlds::planted_leaks().size());
  return caught == two_worlds::planted_leaks().size();
}

bool prove(std::size_t pairs, std::uint64_t seed) {
  Tally tally;
  for (std::uint64_t world = 0; tally.pairs < pairs; ++world)
    run_worlds(seed + world, std::min(pairs_per_world, pairs - tally.pairs), nullptr, tally);
  const auto content = percent(tally.with_content, tally.eligible),
             differs = percent(tally.entitled_differs, tally.eligible),
             sharing = percent(tally.sharing, tally.hidden);
  std::printf(
      "reads with content %.1f %% (must be 80); of these the entitled reader's differ "
      "%.1f %% (50); hidden records that share a number or name with visible ones "
      "%.1f %% (30)\n",
      content, differs, sharing);
  std::printf("%zu pairs, %zu routes, %zu differences, %zu replies of 5xx\n", tally.pairs,
              tally.by_operation.size(), tally.differences, tally.failed);
  return tally.differences == 0 && tally.failed == 0 && content >= 80 && differs >= 50 &&
         sharing >= 30;
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t pairs = 2000;
  std::uint64_t seed = 1;
  bool leaks = false;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--leaks") == 0) leaks = true;
    if (i + 1 < argc && std::strcmp(argv[i], "--pairs") == 0)
      pairs = std::strtoul(argv[i + 1], nullptr, 10);
    if (i + 1 < argc && std::strcmp(argv[i], "--seed") == 0)
      seed = std::strtoul(argv[i + 1], nullptr, 10);
  }
  if (!all_routes_are_asked()) return 1;
  if (leaks && !catch_leaks(seed)) return 1;
  return prove(pairs, seed) ? 0 : 1;
}
