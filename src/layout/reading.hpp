#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layout/layout.hpp"

namespace layout {

/// What a cell's text must be, and how it is written once read.
enum class Form { text, date, time, latitude, longitude, amount, duration, strength };

/// The form of an attribute's texts.
Form form_of(model::Attribute attribute);

/// Something of a row that must be readable.
struct ValueCheck {
  Form form;
  CellSource source;
  bool operator==(const ValueCheck&) const = default;
};

/// A layout bound to the header of one file. Plain data, read by any number of threads.
struct Reading {
  Layout layout;
  std::vector<std::string> header;
  std::vector<std::optional<std::size_t>> positions;  ///< of the layout's columns in a row
  std::vector<std::size_t> dropped;         ///< positions whose cells are blanked before storing
  std::vector<std::string> not_understood;  ///< headers that the layout does not know
  std::vector<ValueCheck> checks;
};

/// The required columns for which this header has nothing: the layout fits if there are none.
std::vector<std::string> missing_columns(const Layout& layout, std::span<const std::string> header);

/// Headers match whatever their case, blanks and punctuation; of several that could be one column
/// the layout's earlier synonym wins. A file without header is given the layout's column names, by
/// position (header_of). Throws Fault::invalid, in words, if a required column is missing or a
/// header is there twice.
Reading bind(const Layout& layout, std::span<const std::string> header);

/// The header of a file that has none: the names of the layout's first `width` columns.
std::vector<std::string> header_of(const Layout& layout, std::size_t width);

}  // namespace layout
