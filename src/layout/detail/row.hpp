#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "layout/reading.hpp"

namespace layout {

/// Same letters but for case; `lower` is in lower case already.
bool equals_lower(std::string_view text, std::string_view lower);

/// Whether a mention of that noun can be known by that attribute: without any such there is nothing
/// to speak of.
bool identifies(model::Noun noun, model::Attribute attribute);

/// The cells of one row, by the columns of its layout. A view: outlived by reading and cells.
class Row {
 public:
  Row(const Reading& reading, std::span<const std::string_view> cells)
      : reading_(reading), cells_(cells) {}

  /// Trimmed; empty if the file has no such column, or the cell says that nothing is known.
  std::string_view cell(std::size_t column) const;
  /// Columns joined by a blank (in scratch, if there are several), or the constant.
  std::string_view joined(const CellSource& source, std::string& scratch) const;

  /// Calls body with each text that is not empty, split and mapped as the source says.
  template <class Body>
  void for_each_text(const CellSource& source, std::string& scratch, Body body) const {
    const auto whole = joined(source, scratch);
    if (source.split.empty()) {
      if (const auto text = mapped(source, whole); !text.empty()) body(text);
      return;
    }
    for_each_piece(whole, source.split, [&](auto piece) {
      if (const auto text = mapped(source, piece); !text.empty()) body(text);
    });
  }

  /// Calls body with each piece of text that is not empty, trimmed.
  template <class Body>
  static void for_each_piece(std::string_view text, std::string_view separator, Body body) {
    while (!text.empty()) {
      const auto end = text.find(separator);
      if (const auto piece = base::trim(text.substr(0, end)); !piece.empty()) body(piece);
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + separator.size());
    }
  }

  bool holds(std::span<const Condition> conditions) const;
  /// Whether the row speaks of it: its conditions hold, and something is there to know it by.
  bool is_present(const MentionRule& rule) const;

  /// The row as if that column held only this piece of what it holds.
  Row with_piece(std::size_t column, std::string_view piece) const {
    Row row = *this;
    row.piece_column_ = column;
    row.piece_ = piece;
    return row;
  }

  const Reading& reading() const { return reading_; }

 private:
  static std::string_view mapped(const CellSource& source, std::string_view text);

  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  const Reading& reading_;
  std::span<const std::string_view> cells_;
  std::size_t piece_column_ = none;
  std::string_view piece_;
};

/// A text in the one spelling of its form (2024-02-29, seconds, a bare number): false if it is
/// none.
bool canonical(Form form, std::string_view text, base::DateOrder order, std::string& result);

/// A time, also one with a single-digit hour, or a date of which the day may be unknown.
std::optional<base::Seconds> time_of(std::string_view text, base::DateOrder order);

/// A plain decimal number.
std::optional<double> number_of(std::string_view text);

}  // namespace layout
