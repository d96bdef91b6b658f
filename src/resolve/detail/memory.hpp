#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace resolve::detail {

/// Answers about unordered pairs of numbers, kept until another pair needs the place. Forgetting
/// changes no answer.
class Remembered {
 public:
  explicit Remembered(std::size_t slots_log2)
      : shift_(64 - slots_log2), slots_(std::size_t{1} << slots_log2) {}

  template <class Compute>
  std::int32_t operator()(std::uint32_t left, std::uint32_t right, Compute compute) {
    if (left > right) std::swap(left, right);
    const auto key = std::uint64_t{left} << 32 | right;
    auto& slot = slots_[key * 0x9e3779b97f4a7c15 >> shift_];
    if (slot.key != key) slot = {key, compute(left, right)};
    return slot.answer;
  }

 private:
  struct Slot {
    std::uint64_t key = ~std::uint64_t{0};
    std::int32_t answer = 0;
  };
  std::size_t shift_;
  std::vector<Slot> slots_;
};

/// What one thread remembers of one table: how near two words or two texts are. None of it depends
/// on a model's weights or aliases.
struct Memory {
  /// Of a table that has no more rows than these, for which little need be remembered.
  explicit Memory(std::size_t fields, std::size_t rows = any)
      : words(std::min<std::size_t>(16, 2 * std::bit_width(rows) + 2)),
        texts(fields, Remembered(std::min<std::size_t>(12, 2 * std::bit_width(rows) + 2))) {}
  static constexpr std::size_t any = ~std::uint32_t{0};

  Remembered words;
  std::vector<Remembered> texts;
};

/// Lends memories to threads and keeps them between loops. Thread-safe; must outlive the loans.
class Memories {
 public:
  explicit Memories(std::size_t fields, std::size_t rows = Memory::any)
      : fields_(fields), rows_(rows) {}

  class Loan {
   public:
    explicit Loan(Memories& from) : from_(from), memory_(from.take()) {}
    ~Loan() { from_.give_back(std::move(memory_)); }
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    Memory& operator*() { return *memory_; }

   private:
    Memories& from_;
    std::unique_ptr<Memory> memory_;
  };

 private:
  std::unique_ptr<Memory> take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return std::make_unique<Memory>(fields_, rows_);
    auto memory = std::move(free_.back());
    free_.pop_back();
    return memory;
  }
  void give_back(std::unique_ptr<Memory> memory) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(memory));
  }

  std::size_t fields_, rows_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Memory>> free_;
};

}  // namespace resolve::detail
