#include "gallery/gallery.hpp"

#include <algorithm>
#include <set>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "gallery/current_picture.hpp"
#include "gallery/detail/add_part.hpp"
#include "gallery/frozen_model.hpp"

namespace gallery {

using detail::add_part;

namespace {

std::string digest(const std::string& text) {
  return base::to_hex(base::sha256(base::bytes_of(text)));
}

// Whether one of the two sees all that the other does, so that as many records are the same
// records.
bool may_share(const access::Viewer& viewer, const access::Viewer& everybody) {
  const bool sees_all_of_it = viewer.clearance >= everybody.clearance;
  const bool sees_part_of_it =
      viewer.compartments.empty() && viewer.groups.empty() && !viewer.is_custodian;
  return sees_all_of_it || sees_part_of_it;
}

}  // namespace

Gallery::Gallery(store::Store& store, Settings settings)
    : store_(store),
      settings_(std::move(settings)),
      everybody_(access::base_audience(store.ceiling())),
      everybody_key_(access::audience_key(everybody_)) {
  rooms_[everybody_key_].viewer = everybody_;
  if (!settings_.in_step) thread_ = std::thread([this] { run(); });
}

Gallery::~Gallery() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  work_.notify_all();
  done_.notify_all();
  if (thread_.joinable()) thread_.join();
}

Gallery::Room& Gallery::room_of(const access::Viewer& viewer) {
  auto& room = rooms_[access::audience_key(viewer)];
  if (room.viewer.name.empty()) room.viewer = viewer;
  room.asked = ++requests_;
  return room;
}

std::shared_ptr<const Exhibit> Gallery::show(const access::Viewer& viewer) {
  if (settings_.in_step) {
    {
      const std::lock_guard lock(mutex_);
      room_of(viewer);
    }
    build_if_stale(everybody_key_);
    build_if_stale(access::audience_key(viewer));
  }
  std::unique_lock lock(mutex_);
  auto* room = &room_of(viewer);
  const auto audience = access::audience_key(viewer);
  if (!room->exhibit && !settings_.in_step) {
    const auto asked = ++wanted_;
    room->failure = nullptr;
    work_.notify_all();
    done_.wait(lock, [&] {
      room = &rooms_[audience];
      return is_stopping_ || room->exhibit || (room->failure && finished_ >= asked);
    });
  }
  if (room->exhibit) return room->exhibit;
  if (room->failure) std::rethrow_exception(room->failure);
  throw base::Error(base::Fault::unavailable, "the server is stopping");
}

void Gallery::refresh() {
  {
    const std::lock_guard lock(mutex_);
    ++wanted_;
  }
  work_.notify_all();
}

void Gallery::wait_until_fresh() {
  if (settings_.in_step) return;
  std::unique_lock lock(mutex_);
  const auto asked = ++wanted_;
  work_.notify_all();
  done_.wait(lock, [&] { return is_stopping_ || finished_ >= asked; });
}

void Gallery::on_change(std::function<void(const std::string&)> notice) {
  const std::lock_guard lock(mutex_);
  notice_ = std::move(notice);
}

Gallery::Held Gallery::held() const {
  const std::lock_guard lock(mutex_);
  Held held{.audiences = rooms_.size(), .is_building = is_building_};
  std::set<const Exhibit*> exhibits;
  std::set<const SharedSearch*> shared;
  for (const auto& [audience, room] : rooms_) {
    if (!room.exhibit) continue;
    if (exhibits.insert(room.exhibit.get()).second) held.bytes += room.exhibit->memory_bytes();
    if (shared.insert(room.exhibit->shared().get()).second)
      held.bytes += room.exhibit->shared()->index.memory_bytes();
  }
  held.exhibits = exhibits.size();
  return held;
}

void Gallery::run() {
  if (settings_.on_start) settings_.on_start();
  std::unique_lock lock(mutex_);
  while (!is_stopping_) {
    const auto asked = wanted_;
    is_building_ = true;
    lock.unlock();
    const bool is_whole = build_stale();
    lock.lock();
    is_building_ = false;
    if (is_whole) finished_ = asked;
    done_.notify_all();
    work_.wait_for(lock, settings_.look_every, [&] { return is_stopping_ || wanted_ > finished_; });
  }
}

// Everybody's first, as the others lie over it; then those asked for latest.
bool Gallery::build_stale() {
  std::vector<std::pair<std::uint64_t, std::string>> order;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [audience, room] : rooms_) {
      const auto asked = audience == everybody_key_ ? ~std::uint64_t{0} : room.asked;
      order.emplace_back(asked, audience);
    }
  }
  std::sort(order.rbegin(), order.rend());
  for (const auto& [asked, audience] : order) {
    build_if_stale(audience);
    const std::lock_guard lock(mutex_);
    if (is_stopping_) return false;
  }
  return true;
}

bool Gallery::build_if_stale(const std::string& audience) {
  access::Viewer viewer;
  std::string known, looked_at, progress;
  std::shared_ptr<const Exhibit> everybodys;
  {
    const std::lock_guard lock(mutex_);
    const auto room = rooms_.find(audience);
    if (room == rooms_.end()) return false;
    viewer = room->second.viewer;
    if (room->second.exhibit) known = room->second.fingerprint;
    looked_at = room->second.looked_at;
    if (audience != everybody_key_) everybodys = rooms_[everybody_key_].exhibit;
  }
  std::shared_ptr<const Exhibit> exhibit;
  std::exception_ptr failure;
  std::string fingerprint;
  try {
    progress = this->progress();
    if (!known.empty() && progress == looked_at) return false;
    fingerprint = fingerprint_of(viewer);
    if (fingerprint == known) {
      const std::lock_guard lock(mutex_);
      rooms_[audience].looked_at = progress;
      return false;
    }
    const bool sees_no_more =
        everybodys && may_share(viewer, everybody_) && fingerprint == fingerprint_of(everybody_);
    exhibit = sees_no_more ? everybodys : build(viewer, everybodys.get());
  } catch (...) {
    failure = std::current_exception();
  }
  const std::lock_guard lock(mutex_);
  auto& room = rooms_[audience];
  room.failure = failure;
  if (!exhibit) return false;
  const bool is_first = !room.exhibit;
  room.exhibit = std::move(exhibit);
  room.fingerprint = std::move(fingerprint);
  room.looked_at = std::move(progress);
  let_go(audience);
  done_.notify_all();
  if (!is_first && notice_) notice_(audience);
  return true;
}

void Gallery::let_go(const std::string& kept) {
  while (rooms_.size() > settings_.audiences_max) {
    auto oldest = rooms_.end();
    for (auto room = rooms_.begin(); room != rooms_.end(); ++room) {
      if (room->first == kept || room->first == everybody_key_) continue;
      if (oldest == rooms_.end() || room->second.asked < oldest->second.asked) oldest = room;
    }
    if (oldest == rooms_.end()) return;
    rooms_.erase(oldest);
  }
}

// Nothing is written without an entry, and the day of a picture is the clock's: while neither
// moves, nobody's picture does.
std::string Gallery::progress() {
  return std::to_string(store_.begin(store::Access::read_only)->audit_head().size) + ' ' +
         std::to_string(settings_.clock() / 86400);
}

// Of all that a picture is a function of. Records never change, so their batches and their number
// stand for them: two audiences who see the same number of the records of the same batches, one of
// them everybody's, see the same.
std::string Gallery::fingerprint_of(const access::Viewer& viewer) {
  const auto reading = store_.begin(store::Access::read_only);
  std::string text;
  add_part(text, frozen_text(*reading));
  add_part(text, std::to_string(settings_.clock() / 86400));
  add_part(text, std::to_string(reading->count_records(viewer)));
  for (const auto& batch : reading->batches(viewer)) {
    add_part(text, batch.source);
    add_part(text, batch.file_sha256);
    add_part(text, model::to_key(batch.label));
    add_part(text, batch.withdrawn ? "withdrawn" : "");
  }
  for (const auto& decision : reading->decisions(viewer)) {
    add_part(text, to_string(decision.left.record) + decision.left.slot);
    add_part(text, to_string(decision.right.record) + decision.right.slot);
    add_part(text, std::string(base::name_of(decision.verdict)));
  }
  // With who, when and why, which profiles and records show.
  for (const auto& each : reading->corrections(viewer)) {
    add_part(text, to_string(each.value.mention.record) + each.value.mention.slot);
    add_part(text, std::string(base::name_of(each.value.attribute)));
    add_part(text, std::string(base::name_of(each.remedy)) + std::to_string(each.decided));
    for (const auto* part : {&each.value.was, &each.becomes, &each.decided_by, &each.reason})
      add_part(text, *part);
    add_part(text, model::to_key(each.label));
  }
  return digest(text);
}

std::shared_ptr<const resolve::Model> Gallery::model() {
  auto text = frozen_text(*store_.begin(store::Access::read_only));
  if (model_ && !text.empty() && text == model_text_) return model_;
  model_ = std::make_shared<const resolve::Model>(
      frozen_or_learned(store_, "gallery", {.now = settings_.clock()}, settings_.threads));
  model_text_ = std::move(text);
  return model_;
}

std::shared_ptr<const Exhibit> Gallery::build(const access::Viewer& viewer,
                                              const Exhibit* everybodys) {
  const auto frozen = model();
  auto picture =
      picture_as_at(store_, viewer, *frozen,
                    {.tables = settings_.tables, .now = settings_.clock(), .memory = &memory_},
                    settings_.threads);
  return std::make_shared<const Exhibit>(std::move(picture), frozen,
                                         everybodys != nullptr ? everybodys->shared() : nullptr,
                                         memory_.phones, settings_.threads);
}

}  // namespace gallery
