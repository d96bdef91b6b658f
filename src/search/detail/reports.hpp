#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "model/evidence.hpp"
#include "search/detail/words.hpp"
#include "search/subject.hpp"

namespace search::detail {

constexpr base::Seconds no_time = INT64_MIN;

/// Where a word stands: the passage, and how many words are before it.
struct Spot {
  std::uint32_t passage, position;
  auto operator<=>(const Spot&) const = default;
};

/// The words of passages with their places. Words stand as written, so that a quoted phrase is
/// exact; those of one stem are found through their key.
class Reports {
 public:
  struct Row {
    std::uint32_t record;
    std::uint16_t force;
    base::Seconds when;  ///< no_time if unknown
    std::uint32_t key;
  };

  const Words& words() const { return words_; }
  std::size_t size() const { return rows_.size(); }
  const Row& row(std::uint32_t passage) const { return rows_[passage]; }
  std::string_view key(std::uint32_t passage) const { return keys_.data() + rows_[passage].key; }
  std::string_view force(std::uint32_t passage) const { return forces_[rows_[passage].force]; }
  std::size_t memory_bytes() const;
  /// Appends the spots of a word, ascending.
  void append_spots(Word word, std::vector<Spot>& spots) const;

 private:
  friend class ReportsBuilder;
  Words words_;
  std::vector<Row> rows_;
  std::string keys_;
  std::vector<std::string> forces_;
  std::vector<std::uint64_t> starts_;  // of each word's places in places_
  std::string places_;                 // steps from place to place, seven bits a byte
};

/// Passages must be added in the order of their keys.
class ReportsBuilder {
 public:
  void add(const Passage& passage);
  Reports finish() &&;

 private:
  struct Places {
    std::string bytes;
    Spot last{0, 0};
  };
  void add_words(std::string_view text, std::uint32_t passage, std::uint32_t& position);

  Reports reports_;
  model::Texts words_, forces_;
  std::vector<Places> places_;
};

}  // namespace search::detail
