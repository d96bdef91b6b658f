#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/digest.hpp"
#include "base/threads.hpp"
#include "picture/picture.hpp"
#include "questions/index.hpp"
#include "search/find.hpp"

namespace gallery {

/// The search index of everybody's picture, which other audiences' pictures lie over.
struct SharedSearch {
  using Digest = std::array<std::uint8_t, 16>;
  search::Index index;
  /// Of all that is known of each subject and passage, ascending, with its number in the index.
  std::vector<std::pair<Digest, std::uint32_t>> subjects, passages;
  std::size_t subject_end = 0, record_end = 0;  ///< one more than the greatest number
};

/// One audience's picture with what answers questions about it. Never changes, so any number of
/// threads may ask it.
class Exhibit {
 public:
  /// Of everybody's picture (`shared` null): its search index is for others to lie over. `phones`
  /// is needed while it is made.
  Exhibit(picture::Picture picture, std::shared_ptr<const resolve::Model> model,
          std::shared_ptr<const SharedSearch> shared, resolve::PhoneForms& phones,
          base::Threads threads);
  Exhibit(const Exhibit&) = delete;
  Exhibit& operator=(const Exhibit&) = delete;

  const picture::Picture& picture() const { return picture_; }
  const questions::Index& index() const { return index_; }
  /// By which its people were told apart.
  const resolve::Model& model() const { return *model_; }
  search::Layers layers() const;
  std::shared_ptr<const SharedSearch> shared() const { return shared_; }
  /// The join of the labels of all that is in it.
  const model::Label& label() const { return picture_.manifest.label; }
  /// About what it holds itself; what it shares is not counted.
  std::size_t memory_bytes() const;

 private:
  const picture::Picture picture_;
  const questions::Index index_;
  const std::shared_ptr<const resolve::Model> model_;
  std::shared_ptr<const SharedSearch> shared_;
  search::Index overlay_;
  std::vector<bool> hidden_subjects_, hidden_records_;
};

}  // namespace gallery
