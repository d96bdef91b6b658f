#pragma once

#include <string>
#include <vector>

#include "base/error.hpp"
#include "picture/sketched_picture.hpp"
#include "questions/index.hpp"

namespace questions {

/// For tests: a picture of sketched lines, asked by the words of the sketch.
class Sketched {
 public:
  explicit Sketched(std::vector<std::string> lines)
      : Sketched(picture::SketchedEvidence(std::move(lines)).take()) {}
  explicit Sketched(model::Evidence evidence)
      : picture_(picture::picture_of(std::move(evidence))), index_(picture_) {}
  Sketched(const Sketched&) = delete;

  const Index& index() const { return index_; }

  /// The entity that a word stands for.
  Entity operator[](std::string_view word) const {
    for (std::uint32_t i = 0; i < picture_.evidence.mentions.size(); ++i) {
      if (picture_.evidence.texts[picture_.evidence.mentions[i].slot] == word)
        return picture_.entities.of_mention(i);
    }
    throw base::Error(base::Fault::missing, "no such word: " + std::string(word));
  }
  std::string word(Entity entity) const {
    const auto mention = picture_.entities.mentions(entity).front();
    return std::string(picture_.evidence.texts[picture_.evidence.mentions[mention].slot]);
  }
  template <class List>
  std::string words(const List& entities) const {
    std::string all;
    for (auto entity : entities) all += (all.empty() ? "" : " ") + word(entity);
    return all;
  }

 private:
  picture::Picture picture_;
  Index index_;
};

}  // namespace questions
