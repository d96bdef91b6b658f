#include "questions/citations.hpp"

#include <algorithm>

namespace questions {

using model::Evidence;

bool Window::holds_time(std::optional<base::Seconds> when) const {
  if (!when) return !from;
  return (!from || *when >= *from) && (!until || *when <= *until);
}

namespace {

bool is_known(const Window& window, const model::EvidenceRecord& record) {
  const auto known = record.recorded ? record.recorded : record.happened;
  return !window.known_by || !known || *known <= *window.known_by;
}

}  // namespace

Window as_at(base::Date day) {
  const auto end = base::midnight(day) + 86399;
  return {.from = {}, .until = end, .known_by = end};
}

bool holds(const Window& window, const model::EvidenceRecord& record) {
  return is_known(window, record) && window.holds_time(picture::time_of(record));
}

bool holds_source(const Window& window, const Evidence& evidence, std::uint32_t link) {
  if (window.is_open()) return true;
  const auto& source = evidence.links[link];
  return is_known(window, evidence.records[picture::record_of(evidence, source)]) &&
         window.holds_time(picture::time_of(evidence, source));
}

bool holds_link(const Window& window, const picture::Picture& picture,
                const picture::EntityLink& link) {
  const auto sources = picture.links.sources_of(link);
  return window.is_open() || std::any_of(sources.begin(), sources.end(), [&](auto source) {
           return holds_source(window, picture.evidence, source);
         });
}

bool holds_tie(const Window& window, const Evidence& evidence, const picture::TieEvidence& tie) {
  if (window.is_open()) return true;
  return is_known(window, evidence.records[tie.record]) && window.holds_time(tie.when);
}

LinkStrength strength_of_grade(const std::optional<model::Grading>& grading) {
  if (!grading) return LinkStrength::confirmed;
  const bool is_reliable = grading->source != model::SourceEvaluation::not_reliable;
  switch (grading->assessment) {
    case model::Assessment::known_directly:
    case model::Assessment::known_indirectly_corroborated:
      return is_reliable ? LinkStrength::confirmed : LinkStrength::unconfirmed;
    case model::Assessment::known_indirectly:
      return is_reliable ? LinkStrength::unconfirmed : LinkStrength::tentative;
    case model::Assessment::not_known:
    case model::Assessment::suspected_false:
      break;
  }
  return LinkStrength::tentative;
}

void Sources::use(std::uint32_t record) {
  const auto label = index_.picture().evidence.records[record].label;
  if (label < is_used_.size()) is_used_[label] = true;
}

void Sources::use_entity(Entity entity) {
  const auto& picture = index_.picture();
  for (auto mention : picture.entities.mentions(entity))
    use(picture.evidence.mentions[mention].record);
}

Citations Sources::cite(std::vector<std::uint32_t> records) {
  std::sort(records.begin(), records.end());
  records.erase(std::unique(records.begin(), records.end()), records.end());
  for (auto record : records) use(record);
  const auto count = records.size();
  const auto time = [&](std::uint32_t number) {
    return picture::time_of(index_.picture().evidence.records[number]);
  };
  const auto kept = std::min(count, records_per_line_max);
  std::partial_sort(records.begin(), records.begin() + static_cast<std::ptrdiff_t>(kept),
                    records.end(), [&](auto left, auto right) {
                      if (time(left) != time(right)) return time(left) > time(right);
                      return left < right;
                    });
  records.resize(kept);
  return {std::move(records), count};
}

model::Label Sources::label() const {
  model::Label label{.tier = model::Tier::official};
  for (std::size_t i = 0; i < is_used_.size(); ++i) {
    if (is_used_[i]) label = join(label, index_.picture().evidence.labels[i]);
  }
  return label;
}

}  // namespace questions
