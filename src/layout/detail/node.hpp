#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/enum_names.hpp"
#include "layout/nearest_word.hpp"

namespace layout {

/// A value of a layout file that knows where it stands, so that what is wrong with it can be said.
/// A view: outlived by the parsed file.
class Node {
 public:
  using Json = nlohmann::ordered_json;

  Node(const Json& json, std::string place) : json_(&json), place_(std::move(place)) {}

  [[noreturn]] void fail(const std::string& what) const;

  bool is_object() const { return json_->is_object(); }
  bool is_list() const { return json_->is_array(); }
  bool is_null() const { return json_->is_null(); }
  std::string text() const;
  std::vector<std::string> texts() const;  ///< a list of texts, or one
  bool truth() const;
  int count() const;  ///< a whole number from 1
  std::vector<std::pair<std::string, Node>> members() const;
  std::vector<Node> items() const;  ///< of a list; what is no list is a list of one

  std::optional<Node> find(const std::string& key) const;
  Node at(const std::string& key) const;  ///< which must be there
  /// Fails for any other key than these.
  void require_only(std::span<const std::string> keys) const;

  /// The enum value of that name; `what` says what the names are: "noun".
  template <class Enum>
  Enum named(std::string_view name, std::string_view what) const {
    if (const auto found = base::named<Enum>(name)) return *found;
    const auto& names = base::EnumNames<Enum>::names;
    fail_unknown(what, name, std::vector<std::string>(names.begin(), names.end()));
  }
  [[noreturn]] void fail_unknown(std::string_view what, std::string_view name,
                                 std::span<const std::string> known) const;

 private:
  const Json* json_;
  std::string place_;
};

}  // namespace layout
