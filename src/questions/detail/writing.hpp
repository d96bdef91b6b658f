#pragma once

#include <optional>

#include <nlohmann/json.hpp>

#include "questions/citations.hpp"

namespace questions {

using Json = nlohmann::ordered_json;

/// How parts that all answers share are written.
class Writing {
 public:
  explicit Writing(const Index& index) : index_(index) {}

  /// Outside name, caption, noun, and whether they stand in the protection list.
  Json who(Entity entity) const;
  Json people(const std::vector<Entity>& entities) const;
  Json record(std::uint32_t number) const;
  /// "records" and "record_count".
  void add_records(Json& json, const Citations& citations) const;
  /// "first" and "last"; left out where nothing is dated.
  void add_times(Json& json, std::optional<base::Seconds> first,
                 std::optional<base::Seconds> last) const;
  Json harm_term(const threat::HarmTerm& term) const;

 private:
  const Index& index_;
};

double days_of(threat::Harm harm);

}  // namespace questions
