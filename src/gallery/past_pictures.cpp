#include "gallery/past_pictures.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "gallery/current_picture.hpp"
#include "gallery/frozen_model.hpp"

namespace gallery {

PastPicture::PastPicture(picture::Picture picture)
    : picture_(std::move(picture)), index_(picture_) {}

PastPictures::PastPictures(store::Store& store, Settings settings)
    : store_(store), settings_(std::move(settings)) {}

std::shared_ptr<const PastPicture> PastPictures::show(const access::Viewer& viewer,
                                                      const std::shared_ptr<const Exhibit>& now,
                                                      base::Date day) {
  Kept wanted{access::audience_key(viewer), day, now, nullptr};
  if (auto known = find(wanted)) return known;
  const std::unique_lock making(making_, std::try_to_lock);
  if (!making) {
    throw base::Error(base::Fault::unavailable,
                      "a picture of an earlier day is being made: ask again in some seconds");
  }
  if (auto known = find(wanted)) return known;
  const auto model =
      frozen_or_learned(store_, "gallery", {.now = settings_.clock()}, settings_.threads);
  wanted.picture =
      std::make_shared<const PastPicture>(picture_as_at(store_, viewer, model,
                                                        {.as_at = day,
                                                         .tables = settings_.tables,
                                                         .now = settings_.clock(),
                                                         .intervals = picture::Intervals::none},
                                                        settings_.threads));
  keep(wanted);
  return wanted.picture;
}

std::shared_ptr<const PastPicture> PastPictures::find(const Kept& wanted) {
  const std::lock_guard lock(mutex_);
  const auto same = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& kept) {
    return kept.audience == wanted.audience && kept.day == wanted.day &&
           kept.beside.lock() == wanted.beside.lock();
  });
  return same == kept_.end() ? nullptr : same->picture;
}

void PastPictures::keep(Kept made) {
  const std::lock_guard lock(mutex_);
  std::erase_if(kept_, [](const Kept& kept) { return kept.beside.expired(); });
  kept_.push_back(std::move(made));
  if (kept_.size() > settings_.kept_max) kept_.erase(kept_.begin());
}

}  // namespace gallery
