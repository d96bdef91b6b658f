#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "access/viewer.hpp"
#include "accounts/accounts.hpp"
#include "api/app.hpp"
#include "gallery/gallery.hpp"
#include "http/dispatch.hpp"
#include "http/events.hpp"
#include "http/router.hpp"
#include "store/store.hpp"

namespace two_worlds {

/// A pseudo-random source whose draws are the same on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  std::size_t below(std::size_t end) { return static_cast<std::size_t>(engine_() % end); }
  bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }
  template <class List>
  const auto& pick(const List& list) {
    return list[below(list.size())];
  }

 private:
  std::mt19937_64 engine_;
};

/// One row of a file, and who may see it.
struct PlannedRow {
  std::vector<std::string> cells;
  model::Label label;
};
struct PlannedFile {
  std::string layout;
  std::vector<std::string> header;
  std::vector<PlannedRow> rows;
};

/// A correction of the surname in a row of the first file, and who may see it.
struct PlannedCorrection {
  std::size_t row;
  std::string becomes;  ///< "" sets it aside
  model::Label label;   ///< the row's, or narrower
};

/// What both worlds are made of, before anything is left out.
struct Plan {
  std::vector<PlannedFile> files;  ///< the first are crimes
  std::vector<PlannedCorrection> corrections;
  access::Viewer reader;    ///< of both worlds
  access::Viewer entitled;  ///< holds everything
};
Plan make_plan(Dice& dice);

/// How many rows the reader may not see, and how many of those share a number or a whole name with
/// one they may.
struct Overlap {
  std::size_t hidden = 0, sharing = 0;
};
Overlap overlap_of(const Plan& plan);

/// A whole server without sockets over one store, which lacks what `without` may not see. Clock and
/// chance are the same in every world.
class World {
 public:
  World(const Plan& plan, const std::optional<access::Viewer>& without);
  ~World();
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  /// As that viewer, with every permission.
  http::Reply ask(const access::Viewer& viewer, const http::RawRequest& request);
  const http::Router& router() const { return router_; }

 private:
  void note(const Plan& plan, const std::optional<access::Viewer>& without);
  void correct(const Plan& plan, const std::optional<access::Viewer>& without);
  void fill(const Plan& plan, const std::optional<access::Viewer>& without);
  base::Seconds tick() { return now_; }

  std::filesystem::path folder_;
  base::Seconds now_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<store::ConsultationLog> log_;
  std::unique_ptr<gallery::Gallery> gallery_;
  std::unique_ptr<gallery::PastPictures> past_;
  http::EventHub events_;
  std::unique_ptr<api::App> app_;
  std::unique_ptr<accounts::Accounts> accounts_;
  http::Router router_;
  http::Site site_;
  const access::Viewer* asking_ = nullptr;
};

/// All of a reply, as bytes: status, headers, body, a stream to its end.
std::string bytes_of(const http::Reply& reply);

}  // namespace two_worlds
