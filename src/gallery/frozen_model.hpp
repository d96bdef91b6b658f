#pragma once

#include <string>

#include "access/viewer.hpp"
#include "base/date.hpp"
#include "base/threads.hpp"
#include "resolve/model.hpp"
#include "store/store.hpp"

namespace gallery {

/// Why and when a model is learned, for the audit.
struct Learning {
  bool anew = false;  ///< even if there is one: a logged act
  base::Seconds now = 0;
  std::string reason;
};

/// The resolution model frozen in the store; learned when there is none, and only from what
/// everyone in the installation may see, so that no audience learns from it what it may not see.
/// One learned of too little is not kept; one of an earlier release is learned anew.
resolve::Model frozen_or_learned(store::Store& store, const std::string& actor,
                                 const Learning& learning, base::Threads threads);

/// Its text; "" if there is none yet.
std::string frozen_text(store::Transaction& transaction);

}  // namespace gallery
