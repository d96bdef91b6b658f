#include "questions/detail/nearby.hpp"

#include <algorithm>

namespace questions {

namespace {

std::optional<base::Seconds> later(std::optional<base::Seconds> left,
                                   std::optional<base::Seconds> right) {
  return std::max(left, right);  // nothing is before everything
}

std::optional<base::Seconds> earlier(std::optional<base::Seconds> left,
                                     std::optional<base::Seconds> right) {
  return left && right ? std::min(left, right) : later(left, right);
}

void extend(Near& near, std::optional<base::Seconds> first, std::optional<base::Seconds> last) {
  near.first = earlier(near.first, first);
  near.last = later(near.last, last);
}

class Gathering {
 public:
  Gathering(const Index& index, const LinkFilter& filter, Entity entity)
      : index_(index), picture_(index.picture()), filter_(filter), entity_(entity) {}

  std::vector<Near> gather() {
    if (filter_.records) {
      for (const auto& link : picture_.links.from(entity_)) add(link.to, link);
      const auto middle = static_cast<std::ptrdiff_t>(found_.size());
      for (auto position : picture_.links.to(entity_)) {
        const auto& link = picture_.links.links[position];
        add(link.from, link);
      }
      merge_after(middle);
    }
    if (filter_.ties) {
      const auto middle = static_cast<std::ptrdiff_t>(found_.size());
      for (const auto& contact : index_.contacts(entity_)) add(contact);
      merge_after(middle);
    }
    return once_each();
  }

 private:
  void add(Entity other, const picture::EntityLink& link) {
    if (other == entity_ || !filter_.allows(link.role)) return;
    if (filter_.window.is_open()) {
      found_.push_back({other, link.source_count, link.first, link.last});
      return;
    }
    Near near{other, 0, {}, {}};
    for (auto source : picture_.links.sources_of(link)) {
      if (!holds_source(filter_.window, picture_.evidence, source)) continue;
      ++near.count;
      const auto when = picture::time_of(picture_.evidence, picture_.evidence.links[source]);
      extend(near, when, when);
    }
    if (near.count > 0) found_.push_back(near);
  }

  void add(const Contact& contact) {
    Near near{contact.person, 0, {}, {}};
    for (const auto& tie : index_.ties(index_.pairs()[contact.pair])) {
      if (!filter_.allows(tie.kind) || !holds_tie(filter_.window, picture_.evidence, tie)) continue;
      ++near.count;
      extend(near, tie.when, tie.when);
    }
    if (near.count > 0) found_.push_back(near);
  }

  void merge_after(std::ptrdiff_t middle) {
    std::inplace_merge(
        found_.begin(), found_.begin() + middle, found_.end(),
        [](const auto& left, const auto& right) { return left.entity < right.entity; });
  }

  std::vector<Near> once_each() {
    std::vector<Near> all;
    for (const auto& near : found_) {
      if (all.empty() || all.back().entity != near.entity) {
        all.push_back(near);
        continue;
      }
      all.back().count += near.count;
      extend(all.back(), near.first, near.last);
    }
    return all;
  }

  const Index& index_;
  const picture::Picture& picture_;
  const LinkFilter& filter_;
  Entity entity_;
  std::vector<Near> found_;
};

}  // namespace

std::vector<Near> nearby(const Index& index, Entity entity, const LinkFilter& filter) {
  return Gathering(index, filter, entity).gather();
}

bool is_nearer(const Near& left, const Near& right) {
  if (left.count != right.count) return left.count > right.count;
  if (left.last != right.last) return left.last > right.last;
  return left.entity < right.entity;
}

}  // namespace questions
