#include "search/detail/reports.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace search::detail {

namespace {

constexpr std::size_t word_letters_max = 40;
// A title and the text are not one sentence: no phrase runs from one into the other.
constexpr std::uint32_t gap = 10;

void append_number(std::string& bytes, std::uint32_t number) {
  for (; number >= 0x80; number >>= 7) bytes += static_cast<char>(0x80 | (number & 0x7F));
  bytes += static_cast<char>(number);
}

std::uint32_t read_number(const char*& at) {
  std::uint32_t number = 0;
  for (int shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(*at++);
    number |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return number;
  }
}

}  // namespace

std::size_t Reports::memory_bytes() const {
  return words_.memory_bytes() + rows_.capacity() * sizeof(Row) + keys_.capacity() +
         8 * starts_.capacity() + places_.capacity();
}

void Reports::append_spots(Word word, std::vector<Spot>& spots) const {
  const char* at = places_.data() + starts_[word];
  const char* const end = places_.data() + starts_[word + 1];
  Spot spot{0, 0};
  while (at < end) {
    if (const auto step = read_number(at)) spot = {spot.passage + step, 0};
    spot.position += read_number(at);
    spots.push_back(spot);
  }
}

void ReportsBuilder::add_words(std::string_view text, std::uint32_t passage,
                               std::uint32_t& position) {
  const auto folded = fold_words(text);
  for (auto word : base::words(folded)) {
    const auto number = words_.intern(word.substr(0, word_letters_max));
    if (number == places_.size()) places_.emplace_back();
    auto& places = places_[number];
    append_number(places.bytes, passage - places.last.passage);
    if (passage != places.last.passage) places.last = {passage, 0};
    append_number(places.bytes, position - places.last.position);
    places.last.position = position++;
  }
}

void ReportsBuilder::add(const Passage& passage) {
  const auto number = static_cast<std::uint32_t>(reports_.rows_.size());
  reports_.rows_.push_back(
      {passage.record, static_cast<std::uint16_t>(forces_.intern(passage.force)),
       passage.when.value_or(no_time), static_cast<std::uint32_t>(reports_.keys_.size())});
  reports_.keys_ += passage.key;
  reports_.keys_ += '\0';
  std::uint32_t position = 0;
  add_words(passage.title, number, position);
  position += gap;
  add_words(passage.text, number, position);
}

Reports ReportsBuilder::finish() && {
  std::vector<Word> place;
  reports_.words_ = Words(words_, stem_of, place);
  std::vector<std::uint32_t> number_of(place.size());
  for (std::uint32_t i = 0; i < place.size(); ++i) number_of[place[i]] = i;
  std::size_t bytes = 0;
  for (const auto& places : places_) bytes += places.bytes.size();
  reports_.places_.reserve(bytes);
  reports_.starts_.reserve(place.size() + 1);
  reports_.starts_.push_back(0);
  for (auto number : number_of) {
    reports_.places_ += places_[number].bytes;
    std::string().swap(places_[number].bytes);
    reports_.starts_.push_back(reports_.places_.size());
  }
  for (std::uint32_t i = 0; i < forces_.size(); ++i) reports_.forces_.emplace_back(forces_[i]);
  reports_.rows_.shrink_to_fit();
  reports_.keys_.shrink_to_fit();
  return std::move(reports_);
}

}  // namespace search::detail
