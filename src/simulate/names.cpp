#include "simulate/names.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "simulate/detail/embedded.hpp"

namespace simulate {
namespace {

constexpr std::uint32_t composed = 1u << 23;
constexpr double rare_share = 1.0 / 12;

NameCode code_of(std::uint32_t origin, std::uint32_t rank) { return {origin << 24 | rank}; }

std::string compose(const std::vector<std::string>& starts, const std::vector<std::string>& ends,
                    std::uint32_t draw) {
  const std::uint32_t count = static_cast<std::uint32_t>(starts.size());
  return starts[draw % count] + ends[draw / count % ends.size()];
}

NameCode draw(std::uint32_t origin, std::size_t common, std::size_t rare, Random& random) {
  if (random.chance(rare_share)) {
    return code_of(origin, composed | random.below(static_cast<std::uint32_t>(rare)));
  }
  return code_of(origin, random.rank(static_cast<std::uint32_t>(common)));
}

}  // namespace

std::string_view embedded_file(std::string_view name) {
  for (std::size_t i = 0; i < embedded_file_count; ++i) {
    if (embedded_files[i].name == name) return embedded_files[i].content;
  }
  base::expect(false, "the build embeds every file of data/simulate");
  return {};
}

Names::Names() {
  read_origins(embedded_file("names.txt"));
  nicknames_ = read_groups(embedded_file("nicknames.txt"), false);
  spellings_ = read_groups(embedded_file("spellings.txt"), true);
}

void Names::read_origins(std::string_view text) {
  for_each_line(text, [&](const std::vector<std::string_view>& words) {
    const std::string_view key = words[0];
    const std::vector<std::string> values(words.begin() + 1, words.end());
    if (key.front() == '[') {
      Origin& origin = origins_.emplace_back();
      origin.name = key.substr(1, key.size() - 2);
      for (std::size_t i = 0; i + 1 < values.size(); ++i) {
        if (values[i] == "share") origin.share = std::stod(values[i + 1]);
        if (values[i] == "order") origin.family_first = true;
        if (values[i] == "inflect") origin.male_ending = values[i + 1];
        if (values[i] == "inflect") origin.female_ending = values.at(i + 2);
      }
      return;
    }
    Origin& origin = origins_.back();
    if (key == "male") origin.male = values;
    if (key == "female") origin.female = values;
    if (key == "family") origin.family = values;
    if (key == "given_start") origin.given_start = values;
    if (key == "given_end") origin.given_end = values;
    if (key == "family_start") origin.family_start = values;
    if (key == "family_end") origin.family_end = values;
  });
}

std::vector<Names::Group> Names::read_groups(std::string_view text, bool every_member) {
  std::vector<Group> groups;
  for_each_line(text, [&](const std::vector<std::string_view>& words) {
    for (std::size_t i = 0; i < (every_member ? words.size() : 1); ++i) {
      Group group{std::string(words[i]), {}};
      for (std::size_t j = 0; j < words.size(); ++j) {
        if (j != i) group.others.emplace_back(words[j]);
      }
      groups.push_back(std::move(group));
    }
  });
  std::stable_sort(groups.begin(), groups.end(),
                   [](const Group& a, const Group& b) { return a.name < b.name; });
  return groups;
}

NameCode Names::draw_given(std::uint32_t origin, Sex sex, Random& random) const {
  const Origin& from = origins_[origin];
  return draw(origin, (sex == Sex::male ? from.male : from.female).size(),
              from.given_start.size() * from.given_end.size(), random);
}

NameCode Names::draw_family(std::uint32_t origin, Random& random) const {
  const Origin& from = origins_[origin];
  return draw(origin, from.family.size(), from.family_start.size() * from.family_end.size(),
              random);
}

std::string Names::given(NameCode code, Sex sex) const {
  const Origin& from = origins_[code.origin()];
  const std::uint32_t rank = code.value & (composed - 1);
  if ((code.value & composed) != 0) return compose(from.given_start, from.given_end, rank);
  const auto& list = sex == Sex::male ? from.male : from.female;
  return list[rank % list.size()];
}

std::string Names::family(NameCode code, Sex sex) const {
  const Origin& from = origins_[code.origin()];
  const std::uint32_t rank = code.value & (composed - 1);
  std::string name = (code.value & composed) != 0
                         ? compose(from.family_start, from.family_end, rank)
                         : from.family[rank];
  if (sex == Sex::female && !from.male_ending.empty() && name.ends_with(from.male_ending)) {
    name.replace(name.size() - from.male_ending.size(), std::string::npos, from.female_ending);
  }
  return name;
}

const std::vector<std::string>* Names::find(const std::vector<Group>& groups,
                                            std::string_view name) {
  const auto found = std::lower_bound(
      groups.begin(), groups.end(), name,
      [](const Group& group, std::string_view wanted) { return group.name < wanted; });
  return found != groups.end() && found->name == name ? &found->others : nullptr;
}

const std::vector<std::string>* Names::nicknames(std::string_view given) const {
  return find(nicknames_, given);
}

const std::vector<std::string>* Names::spellings(std::string_view name) const {
  return find(spellings_, name);
}

}  // namespace simulate
