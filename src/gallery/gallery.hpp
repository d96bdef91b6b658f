#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "access/viewer.hpp"
#include "base/threads.hpp"
#include "gallery/exhibit.hpp"
#include "resolve/model.hpp"
#include "store/store.hpp"

namespace gallery {

/// Keeps one exhibit for each audience that asked, builds them on a thread of its own and swaps
/// them in whole: readers have the old one until the new one stands and never wait, but for the
/// first of an audience. An exhibit is a function of what its audience may see, so one is built
/// again only when that changed, and audiences who see no more than everybody share everybody's.
/// Any thread may call anything.
class Gallery {
 public:
  struct Settings {
    base::Threads threads = base::Threads::of_this_machine();
    std::function<base::Seconds()> clock;  ///< for the day of the picture and the audit
    threat::Tables tables = threat::shipped_tables();
    std::size_t audiences_max = 64;  ///< beyond, the one asked for longest ago is let go
    /// How often the store is looked at for what other programs wrote.
    std::chrono::milliseconds look_every{2000};
    std::function<void()> on_start;  ///< of the building thread: to make it give way to others
    /// Builds within `show`, when something was written, and has no thread: for tests whose every
    /// step must come in the same order.
    bool in_step = false;
  };

  Gallery(store::Store& store, Settings settings);
  ~Gallery();
  Gallery(const Gallery&) = delete;
  Gallery& operator=(const Gallery&) = delete;

  /// The latest exhibit of the viewer's audience. Throws what building it threw, if there is none.
  std::shared_ptr<const Exhibit> show(const access::Viewer& viewer);

  /// Something was written: what it changes is built as soon as may be.
  void refresh();
  /// Returns when every exhibit held is of what was in the store when this was called.
  void wait_until_fresh();

  /// Called with the audience's key when its exhibit was replaced; not for its first.
  void on_change(std::function<void(const std::string& audience)> notice);

  struct Held {
    std::size_t audiences = 0, exhibits = 0, bytes = 0;
    bool is_building = false;
  };
  Held held() const;

 private:
  struct Room {
    access::Viewer viewer;  // any one of the audience
    std::shared_ptr<const Exhibit> exhibit;
    std::string fingerprint;  // of what its audience could see when it was built
    std::string looked_at;    // how far the store had come when that was last made certain
    std::exception_ptr failure;
    std::uint64_t asked = 0;  // when it was last asked for, in requests
  };
  using Rooms = std::map<std::string, Room>;

  void run();
  bool build_stale();
  bool build_if_stale(const std::string& audience);
  Room& room_of(const access::Viewer& viewer);
  void let_go(const std::string& kept);
  std::string progress();
  std::string fingerprint_of(const access::Viewer& viewer);
  std::shared_ptr<const resolve::Model> model();
  std::shared_ptr<const Exhibit> build(const access::Viewer& viewer, const Exhibit* everybodys);

  store::Store& store_;
  const Settings settings_;
  const access::Viewer everybody_;
  const std::string everybody_key_;

  mutable std::mutex mutex_;  // of what follows
  std::condition_variable work_, done_;
  Rooms rooms_;
  std::uint64_t requests_ = 0, wanted_ = 1, finished_ = 0;
  bool is_stopping_ = false, is_building_ = false;
  std::function<void(const std::string&)> notice_;

  picture::Memory memory_;

  // Of the building thread only.
  std::string model_text_;
  std::shared_ptr<const resolve::Model> model_;
  std::thread thread_;
};

}  // namespace gallery
