#pragma once

#include <optional>
#include <string>

#include "access/viewer.hpp"
#include "base/date.hpp"
#include "base/threads.hpp"
#include "picture/picture.hpp"
#include "store/store.hpp"

namespace gallery {

struct PictureRequest {
  std::optional<base::Date> as_at;  ///< without: the day of the latest visible record up to now
  threat::Tables tables = threat::shipped_tables();
  bool retrain = false;  ///< learn the resolution model anew: a logged act
  base::Seconds now =
      0;  ///< of the audit; and no picture is of a later day, on which children would be adults
  std::string reason;
  picture::Memory* memory = nullptr;  ///< as PictureInputs has it, and what follows
  picture::Intervals intervals = picture::Intervals::of_the_first;
};

/// The picture of a viewer's audience by that model, built from the store: of records and decisions
/// made by the end of its day. Logs nothing: whoever
/// shows any of it does.
picture::Picture picture_as_at(store::Store& store, const access::Viewer& viewer,
                               const resolve::Model& model, const PictureRequest& request,
                               base::Threads threads);

/// The picture of a viewer's audience, built from the store; the consultation is logged before it
/// is returned. The resolution model is frozen in the store: learned when there is none, and only
/// from what everyone in the installation may see, so that no audience learns from it what it may
/// not see.
picture::Picture current_picture(store::Store& store, const access::Viewer& viewer,
                                 const PictureRequest& request, base::Threads threads);

}  // namespace gallery
