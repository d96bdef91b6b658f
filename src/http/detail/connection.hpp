#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <string>

#include "http/detail/connections.hpp"
#include "http/detail/worker_pool.hpp"
#include "http/router.hpp"
#include "http/server.hpp"
#include "http/site.hpp"

namespace http {

class Wire;

/// What all connections of a server share. Outlives them.
struct Core {
  const Router& router;
  const Site site;
  const Settings settings;
  WorkerPool workers;
  Connections connections;
  std::atomic<bool> is_stopping = false;
  std::array<std::atomic<std::uint64_t>, 6> replies_by_class{};
  std::atomic<std::uint64_t> connections_refused = 0;
};

/// Serves the wire until either side ends it, on its executor; then it leaves core.connections.
void serve_connection(std::unique_ptr<Wire> wire, Core& core, Connections::Number number,
                      const std::string& peer);

}  // namespace http
