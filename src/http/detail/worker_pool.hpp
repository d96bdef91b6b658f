#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace http {

/// Threads that run jobs in order of arrival. Jobs must not throw.
class WorkerPool {
 public:
  using Job = std::function<void()>;

  WorkerPool(int threads, std::size_t waiting_max);
  ~WorkerPool();  ///< as finish

  /// False, and nothing done, when too many wait or it is finishing. What is taken will be run.
  bool offer(Job job);
  /// For the next part of what was begun already: false only when it is finishing.
  bool insist(Job job);
  void finish();  ///< runs what waits, then ends the threads
  std::size_t waiting() const;

 private:
  bool add(Job job, std::size_t waiting_max);
  void work();

  const std::size_t waiting_max_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> jobs_;
  bool finishing_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace http
