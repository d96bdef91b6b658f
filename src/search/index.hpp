#pragma once

#include <cstddef>
#include <memory>
#include <span>

#include "base/threads.hpp"
#include "search/subject.hpp"

namespace search {

namespace detail {
struct Content;
}

/// All that finds one set of subjects and passages. Holds what it needs of them: neither has to
/// outlive build. Never changes afterwards, so any number of threads may ask it at once. The order
/// of the input and the number of threads change nothing.
class Index {
 public:
  Index();  ///< of nothing
  Index(Index&&) noexcept;
  Index& operator=(Index&&) noexcept;
  ~Index();

  static Index build(std::span<const Subject> subjects, std::span<const Passage> passages,
                     base::Threads threads);

  std::size_t subjects() const;
  std::size_t passages() const;
  std::size_t memory_bytes() const;

  const detail::Content& content() const { return *content_; }  ///< for this module only

 private:
  std::unique_ptr<const detail::Content> content_;
};

}  // namespace search
