#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "access/viewer.hpp"
#include "base/date.hpp"
#include "base/threads.hpp"
#include "gallery/exhibit.hpp"
#include "picture/picture.hpp"
#include "questions/index.hpp"
#include "store/store.hpp"

namespace gallery {

/// One audience's picture as at an earlier day. Never changes, so any number of threads may ask it.
class PastPicture {
 public:
  explicit PastPicture(picture::Picture picture);
  PastPicture(const PastPicture&) = delete;
  PastPicture& operator=(const PastPicture&) = delete;

  const questions::Index& index() const { return index_; }

 private:
  const picture::Picture picture_;
  const questions::Index index_;
};

/// Makes pictures as at earlier days, to hold the present one against. Keeps the latest few, each
/// until its audience's exhibit is another. Any thread may call.
class PastPictures {
 public:
  struct Settings {
    base::Threads threads = base::Threads::of_this_machine();
    std::function<base::Seconds()> clock;
    threat::Tables tables = threat::shipped_tables();
    std::size_t kept_max = 4;
  };
  PastPictures(store::Store& store, Settings settings);

  /// What this viewer, and so their audience, would have been shown at the end of that day: records
  /// by the day they say they were recorded (else happened), whenever they were imported; decisions
  /// taken by then; model and tables of today; without intervals of rank. Made from the store in
  /// the caller's thread, which takes a part of the time of any picture of as many records, and one
  /// at a time: throws Fault::unavailable while another is made. `now` is the audience's exhibit.
  std::shared_ptr<const PastPicture> show(const access::Viewer& viewer,
                                          const std::shared_ptr<const Exhibit>& now,
                                          base::Date day);

 private:
  struct Kept {
    std::string audience;
    base::Date day;
    std::weak_ptr<const Exhibit> beside;
    std::shared_ptr<const PastPicture> picture;
  };
  std::shared_ptr<const PastPicture> find(const Kept& wanted);
  void keep(Kept made);

  store::Store& store_;
  const Settings settings_;
  std::mutex making_;
  std::mutex mutex_;        // of what follows
  std::vector<Kept> kept_;  // the latest last
};

}  // namespace gallery
