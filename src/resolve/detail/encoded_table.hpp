#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/threads.hpp"
#include "resolve/table.hpp"

namespace resolve::detail {

using Row = std::uint32_t;
using Word = std::uint32_t;

/// Lists of numbers, one after the other.
struct Lists {
  std::vector<std::uint32_t> starts{0};
  std::vector<std::uint32_t> items;

  std::size_t size() const { return starts.size() - 1; }
  std::span<const std::uint32_t> operator[](std::size_t i) const {
    return {items.data() + starts[i], starts[i + 1] - starts[i]};
  }
  void add(std::span<const std::uint32_t> list);
};

/// All name columns as one bag of words a row; equal bags are kept once.
struct NameBags {
  std::vector<std::string> words;
  std::vector<std::uint32_t> rows_with_word;
  Lists bags;  ///< of words, ascending; bag 0 is empty
  std::vector<std::uint32_t> bag_of_row;
};

/// A column that is not a name, with its values taken apart once.
struct ValueField {
  std::size_t column = 0;
  Kind kind = Kind::text;
  std::vector<std::uint32_t> rows_with_value;
  std::vector<std::string> words;
  Lists words_of_value;  ///< text only; ascending
  std::vector<std::uint32_t> rows_with_word;
};

/// A table made ready for comparing: field 0 is the bag of names when there are name columns, and
/// the other columns follow in their order. Refers to the table, which must outlive it.
struct EncodedTable {
  const Table* table = nullptr;
  bool has_names = false;
  NameBags names;
  std::vector<ValueField> values;

  std::size_t rows() const { return table->rows(); }
  std::size_t fields() const { return values.size() + (has_names ? 1 : 0); }
  Kind kind(std::size_t field) const;
  std::string name(std::size_t field) const;
  const ValueField& value_field(std::size_t field) const { return values[field - has_names]; }
};

EncodedTable encode(const Table& table, base::Threads threads);

/// Encodes a table that grows. The table must outlive it.
class Encoder {
 public:
  explicit Encoder(const Table& table);
  ~Encoder();
  Encoder(const Encoder&) = delete;
  Encoder& operator=(const Encoder&) = delete;

  /// Takes in the rows that the table has gained.
  void extend(base::Threads threads);
  const EncodedTable& encoded() const { return encoded_; }
  /// Ends its use.
  EncodedTable take() { return std::move(encoded_); }

 private:
  class Names;
  class Values;

  EncodedTable encoded_;
  std::unique_ptr<Names> names_;
  std::vector<std::unique_ptr<Values>> values_;
};

}  // namespace resolve::detail
