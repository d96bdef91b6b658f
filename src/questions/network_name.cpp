#include "questions/network_name.hpp"

namespace questions {

namespace {

constexpr std::size_t leading_max = 3;

}  // namespace

std::string network_name(const Index& index, std::size_t network) {
  const auto& members = index.picture().networks[network].members;
  std::string name;
  for (const auto& member : members) {
    if (index.networks(member.person).front() != network) continue;
    auto own = index.name(member.person);
    if (name.empty() || own < name) name = std::move(own);
  }
  return name.empty() ? index.name(members.front().person) : name;
}

std::vector<Entity> leading(const picture::RankedNetwork& network) {
  std::vector<Entity> people;
  for (const auto& member : network.members) {
    const bool is_ranked = member.standing == picture::Standing::ranked;
    if (is_ranked && people.size() < leading_max) people.push_back(member.person);
  }
  return people;
}

std::optional<std::size_t> find_network(const Index& index, std::string_view name) {
  const auto entity = index.find(name);
  if (!entity) return {};
  const auto networks = index.networks(*entity);
  if (networks.empty()) return {};
  return networks.front();
}

}  // namespace questions
