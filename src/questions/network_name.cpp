#include "questions/network_name.hpp"

namespace questions {

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

std::optional<std::size_t> find_network(const Index& index, std::string_view name) {
  const auto entity = index.find(name);
  if (!entity) return {};
  const auto networks = index.networks(*entity);
  if (networks.empty()) return {};
  return networks.front();
}

}  // namespace questions
