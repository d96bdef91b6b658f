#include "picture/earnings.hpp"

#include <algorithm>

namespace picture {

using model::Evidence;
using model::LinkRole;
using model::Noun;
using threat::ProtectionLine;
using threat::ProtectionReason;

namespace {

constexpr std::size_t takings_min = 2;
constexpr base::Seconds within = 7 * 86400;
constexpr float share_min = 0.7F;

struct Payment {
  base::Seconds when;
  float amount;
  std::uint32_t record;
};

class Earnings {
 public:
  Earnings(const Evidence& evidence, const Entities& entities, const EntityLinks& links)
      : evidence_(evidence), entities_(entities), links_(links) {}

  std::vector<ProtectionLine> lines_of(Entity person) const {
    std::vector<ProtectionLine> lines;
    for (const auto& link : links_.from(person)) {
      if (link.role == LinkRole::holds && noun(link.to) == Noun::account)
        add_takings(link.to, lines);
    }
    if (lines.size() < 2 * takings_min) lines.clear();
    return lines;
  }

 private:
  Noun noun(Entity entity) const { return noun_of(evidence_, entities_, entity); }

  bool is_held_by(Entity account, Noun holder) const {
    const auto incoming = links_.to(account);
    return std::any_of(incoming.begin(), incoming.end(), [&](auto position) {
      const auto& link = links_.links[position];
      return link.role == LinkRole::holds && noun(link.from) == holder;
    });
  }

  void add_payments(const EntityLink& link, std::vector<Payment>& payments) const {
    for (auto source : links_.sources_of(link)) {
      const auto& one = evidence_.links[source];
      const auto when = time_of(evidence_, one);
      if (when) payments.push_back({*when, one.strength, record_of(evidence_, one)});
    }
  }

  void add_takings(Entity account, std::vector<ProtectionLine>& lines) const {
    std::vector<Payment> wages, passed_on;
    for (auto position : links_.to(account)) {
      const auto& link = links_.links[position];
      if (link.role == LinkRole::paid && is_held_by(link.from, Noun::organisation))
        add_payments(link, wages);
    }
    if (wages.size() < takings_min) return;
    for (const auto& link : links_.from(account)) {
      if (link.role == LinkRole::paid && is_held_by(link.to, Noun::person))
        add_payments(link, passed_on);
    }
    for (const auto& wage : wages) {
      const auto taken = std::find_if(passed_on.begin(), passed_on.end(), [&](const auto& payment) {
        return payment.when >= wage.when && payment.when <= wage.when + within &&
               payment.amount >= share_min * wage.amount && payment.amount <= wage.amount;
      });
      if (taken == passed_on.end()) continue;
      lines.push_back({ProtectionReason::earnings_taken, account, wage.record});
      lines.push_back({ProtectionReason::earnings_taken, account, taken->record});
      passed_on.erase(taken);
    }
  }

  const Evidence& evidence_;
  const Entities& entities_;
  const EntityLinks& links_;
};

}  // namespace

std::vector<ProtectionLine> earnings_lines_of(const Evidence& evidence, const Entities& entities,
                                              const EntityLinks& links, Entity person) {
  return Earnings(evidence, entities, links).lines_of(person);
}

}  // namespace picture
