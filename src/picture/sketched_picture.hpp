#pragma once

#include <string>
#include <vector>

#include "picture/people.hpp"
#include "picture/picture.hpp"
#include "picture/sketched_evidence.hpp"
#include "resolve/train.hpp"

namespace picture {

/// For tests: what a sketched picture is made with, besides its lines.
struct Sketching {
  int threads = 1;
  std::vector<model::Decision> decisions = {};
  /// A cautious model by whose score a name alone is somebody, so that namesakes are doubts.
  bool doubts_namesakes = false;
};

/// For tests: the picture of it, with a model learned from its own people.
inline Picture picture_of(model::Evidence evidence, const Sketching& sketching = {}) {
  auto model = resolve::train(picture::people_of(evidence).table, {}, {1});
  if (sketching.doubts_namesakes) {
    model.is_cautious = true;
    model.prior += 12 * resolve::one_bit;
  }
  return build(
      std::move(evidence),
      {.decisions = sketching.decisions, .model = model, .tables = threat::shipped_tables()},
      {sketching.threads});
}

/// For tests: the picture of lines as SketchedEvidence reads them.
inline Picture picture_of(const std::vector<std::string>& lines, const Sketching& sketching = {}) {
  return picture_of(SketchedEvidence(lines).take(), sketching);
}

/// For tests: the word that a sketch has for somebody.
inline std::string word_of(const Picture& picture, Entity entity) {
  const auto references =
      values_of(picture.evidence, picture.entities, entity, model::Attribute::reference);
  return references.empty() ? "?" : references.front().text;
}

}  // namespace picture
