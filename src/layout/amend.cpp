#include "layout/amend.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "layout/detail/problem.hpp"
#include "layout/detail/row.hpp"

namespace layout {

using model::Correction;
using model::Evidence;
using model::Mention;

namespace {

class Amendment {
 public:
  Amendment(const Reading& reading, std::uint32_t first_mention, std::size_t first_link,
            Evidence& evidence)
      : reading_(reading),
        first_mention_(first_mention),
        first_link_(first_link),
        evidence_(evidence) {}

  // All are found before any is put in place, so that none takes another's word for what was read.
  std::vector<Correction> apply(std::span<const Correction> corrections) {
    std::vector<Correction> applied;
    std::vector<Target> replaced, ignored;
    for (const auto& each : corrections) {
      const bool is_ignored = each.remedy == model::Remedy::ignore;
      if (find(each, is_ignored ? ignored : replaced)) applied.push_back(each);
    }
    for (const auto& target : replaced)
      evidence_.values[target.value].text = evidence_.texts.intern(target.correction->becomes);
    // From the last to the first, so that those to come stand where they were found.
    std::sort(ignored.begin(), ignored.end(),
              [](const auto& a, const auto& b) { return a.value > b.value; });
    for (const auto& target : ignored) take_out(target.mention, target.value);
    return applied;
  }

 private:
  struct Target {
    const Correction* correction;
    std::uint32_t mention, value;
  };

  bool find(const Correction& correction, std::vector<Target>& targets) const {
    const auto& wanted = correction.value;
    const auto known = targets.size();
    for (auto i = first_mention_; i < evidence_.mentions.size(); ++i) {
      const auto& mention = evidence_.mentions[i];
      if (evidence_.texts[mention.slot] != wanted.mention.slot) continue;
      for (auto at = mention.first_value; at < mention.first_value + mention.value_count; ++at) {
        const auto& value = evidence_.values[at];
        if (value.attribute == wanted.attribute && evidence_.text(value) == wanted.was)
          targets.push_back({&correction, i, at});
      }
    }
    return targets.size() > known;
  }

  void take_out(std::uint32_t number, std::uint32_t value) {
    auto& mentions = evidence_.mentions;
    const bool was_known = is_known(mentions[number]);
    evidence_.values.erase(evidence_.values.begin() + value);
    --mentions[number].value_count;
    for (auto i = number + 1; i < mentions.size(); ++i) --mentions[i].first_value;
    if (was_known && !is_known(mentions[number]) && !is_always_there(mentions[number]))
      take_out_mention(number);
  }

  bool is_known(const Mention& mention) const {
    const auto values = evidence_.values_of(mention);
    return std::any_of(values.begin(), values.end(), [&](const auto& value) {
      return identifies(mention.noun, value.attribute);
    });
  }

  bool is_always_there(const Mention& mention) const {
    const auto name = evidence_.texts[mention.slot];
    const auto& rules = reading_.layout.mentions;
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const auto& each) {
      return each.slot == (each.each ? name.substr(0, name.rfind('.')) : name);
    });
    return rule != rules.end() && rule->always;
  }

  // Its values stay, spoken of by no mention.
  void take_out_mention(std::uint32_t number) {
    evidence_.mentions.erase(evidence_.mentions.begin() + number);
    auto& links = evidence_.links;
    const auto first = links.begin() + static_cast<std::ptrdiff_t>(first_link_);
    links.erase(
        std::remove_if(first, links.end(),
                       [&](const auto& link) { return link.from == number || link.to == number; }),
        links.end());
    for (auto i = first_link_; i < links.size(); ++i) {
      links[i].from -= links[i].from > number;
      links[i].to -= links[i].to > number;
    }
  }

  const Reading& reading_;
  const std::uint32_t first_mention_;
  const std::size_t first_link_;
  Evidence& evidence_;
};

}  // namespace

std::vector<Correction> amend(const Reading& reading, std::uint32_t first_mention,
                              std::size_t first_link, std::span<const Correction> corrections,
                              Evidence& evidence) {
  return Amendment(reading, first_mention, first_link, evidence).apply(corrections);
}

std::optional<std::string> canonical_value(model::Attribute attribute, std::string_view text,
                                           base::DateOrder order) {
  std::string value;
  const auto trimmed = base::trim(text);
  if (trimmed.empty() || !canonical(form_of(attribute), trimmed, order, value)) return {};
  return value;
}

std::string problem_of(model::Attribute attribute, base::DateOrder order) {
  return problem_of(form_of(attribute), order);
}

}  // namespace layout
