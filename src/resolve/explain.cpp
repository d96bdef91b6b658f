#include "resolve/explain.hpp"

#include "base/error.hpp"
#include "resolve/detail/comparer.hpp"
#include "resolve/detail/engine.hpp"
#include "resolve/detail/score.hpp"

namespace resolve {

struct Explainer::State {
  State(const Table& table, const Model& frozen)
      : model(frozen),
        encoded(detail::encode(table, {1})),
        memory(encoded.fields(), encoded.rows()) {
    detail::expect_same_fields(encoded, model);
    comparer.emplace(encoded, model);
  }

  const Model& model;
  detail::EncodedTable encoded;
  detail::Memory memory;
  std::optional<detail::Comparer> comparer;
};

Explainer::Explainer(const Table& table, const Model& model)
    : state_(std::make_unique<State>(table, model)) {}
Explainer::~Explainer() = default;
Explainer::Explainer(Explainer&&) noexcept = default;

Explanation Explainer::operator()(std::uint32_t left, std::uint32_t right) const {
  const auto& model = state_->model;
  if (left >= state_->encoded.rows() || right >= state_->encoded.rows()) {
    throw base::Error(base::Fault::missing, "there is no such row to explain");
  }
  std::vector<detail::Level> levels(model.fields.size());
  state_->comparer->compare(left, right, state_->memory, levels);
  Explanation explanation;
  explanation.prior = model.prior;
  explanation.total = detail::score(model, levels);
  explanation.probability = probability(explanation.total);
  detail::for_each_term(
      model, levels,
      [&](std::size_t f, Bits bits) {
        const auto& field = model.fields[f];
        explanation.reasons.push_back({field.name, detail::in_words(field.kind, levels[f]), bits});
      },
      [&](std::size_t d, Bits bits) {
        if (bits == 0) return;
        const auto& pair = model.dependences[d];
        explanation.reasons.push_back(
            {model.fields[pair.first].name + " and " + model.fields[pair.second].name,
             bits < 0 ? "agree together among strangers too" : "seldom together among strangers",
             bits});
      });
  return explanation;
}

}  // namespace resolve
