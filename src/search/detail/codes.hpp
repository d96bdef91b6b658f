#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/evidence.hpp"
#include "search/detail/lines.hpp"
#include "search/subject.hpp"

namespace search::detail {

/// What is compared when two identifiers are: exactly equal or not. Letters and digits only, but
/// for an email address or handle, where each character tells two mailboxes apart.
std::string form_of(IdentifierKind kind, std::string_view canonical);

/// The identifiers of an index: which subjects have which.
class Codes {
 public:
  struct Holder {
    Row row;
    std::uint32_t written;  ///< how its records write it
  };

  /// Positions in words() of one kind: a form stands there after a letter for its kind.
  std::optional<Word> find(IdentifierKind kind, std::string_view form) const;
  std::vector<Word> fitting(IdentifierKind kind, std::string_view pattern) const;

  std::size_t memory_bytes() const;
  std::span<const Holder> holders(Word code) const {
    return std::span(holders_).subspan(starts_[code], starts_[code + 1] - starts_[code]);
  }
  /// Ascending.
  std::span<const Word> codes_of(Row row) const {
    const auto [begin, end] = codes_of_row_.range(row);
    return std::span(codes_of_row_.items).subspan(begin, end - begin);
  }
  std::string_view written_by(Row row, Word code) const;
  IdentifierKind kind_of(Word code) const {
    return static_cast<IdentifierKind>(words_[code][0] - 'a');
  }

 private:
  friend class CodesBuilder;
  Words words_;
  std::vector<std::uint32_t> starts_;
  std::vector<Holder> holders_;  // by code, then row
  Lists codes_of_row_;
  std::string texts_;
};

class CodesBuilder {
 public:
  void add(Row row, const Identifier& identifier);
  Codes finish(std::size_t rows) &&;

 private:
  struct Held {
    Word code;
    Row row;
    std::uint32_t written;
  };
  model::Texts words_, written_;
  std::vector<Held> held_;
};

}  // namespace search::detail
