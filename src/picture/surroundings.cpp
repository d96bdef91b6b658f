#include "picture/surroundings.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/text.hpp"

namespace picture {

using model::Attribute;
using model::Evidence;
using model::Mention;
using model::Noun;

namespace {

// A riot or a school trip says nothing of two who were there.
constexpr std::size_t companions_max = 8;

std::string name_in_words(const Evidence& evidence, const Mention& mention) {
  std::string all;
  for (auto attribute : {Attribute::name, Attribute::given_name, Attribute::family_name}) {
    all += std::string(evidence.first(mention, attribute)) + ' ';
  }
  return std::string(base::trim(all));
}

bool brings_people_together(Noun noun) {
  return noun == Noun::report || noun == Noun::meeting || noun == Noun::missing_episode ||
         noun == Noun::crime;
}

class Surroundings {
 public:
  explicit Surroundings(const Evidence& evidence)
      : evidence_(evidence), words_(evidence.mentions.size()), around_(evidence.mentions.size()) {}

  std::vector<std::vector<std::string>> run() {
    put_in_words();
    group_by_event();
    for (const auto& group : groups_) join(group);
    return std::move(around_);
  }

 private:
  using Group = std::vector<std::uint32_t>;  // of people

  void put_in_words() {
    for (std::uint32_t i = 0; i < words_.size(); ++i) {
      if (evidence_.mentions[i].noun == Noun::person)
        words_[i] = name_in_words(evidence_, evidence_.mentions[i]);
    }
  }

  void add(std::uint32_t person, std::uint32_t other) {
    if (!words_[other].empty()) around_[person].push_back(words_[other]);
  }

  // A crime's people stand in a row each; other events are one record.
  std::string key_of_event(const Mention& mention) const {
    const auto& record = evidence_.records[mention.record];
    if (mention.noun != Noun::crime) return "";
    const auto reference = base::fold_tight(evidence_.first(mention, Attribute::reference));
    return reference.empty() ? "" : evidence_.sources[record.source].force + '\n' + reference;
  }

  void group_by_event() {
    std::unordered_map<std::string, std::size_t> group_of_crime;
    std::uint32_t begin = 0;
    while (begin < evidence_.mentions.size()) {
      auto end = begin;
      const auto record = evidence_.mentions[begin].record;
      while (end < evidence_.mentions.size() && evidence_.mentions[end].record == record) ++end;
      const Mention* event = nullptr;
      for (auto i = begin; i < end; ++i) {
        if (brings_people_together(evidence_.mentions[i].noun)) event = &evidence_.mentions[i];
      }
      if (event != nullptr) {
        auto group = groups_.size();
        if (const auto key = key_of_event(*event); !key.empty())
          group = group_of_crime.emplace(key, group).first->second;
        if (group == groups_.size()) groups_.emplace_back();
        for (auto i = begin; i < end; ++i) {
          if (evidence_.mentions[i].noun == Noun::person) groups_[group].push_back(i);
        }
      }
      begin = end;
    }
  }

  void join(const Group& group) {
    if (group.size() > companions_max) return;
    for (auto person : group) {
      for (auto other : group) {
        if (words_[other] != words_[person]) add(person, other);
      }
    }
  }

  const Evidence& evidence_;
  std::vector<std::string> words_;
  std::vector<std::vector<std::string>> around_;
  std::vector<Group> groups_;
};

}  // namespace

std::vector<std::vector<std::string>> surroundings_of(const Evidence& evidence) {
  return Surroundings(evidence).run();
}

}  // namespace picture
