#include "layout/detail/node.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/text.hpp"

namespace layout {

void Node::fail(const std::string& what) const {
  throw base::Error(base::Fault::invalid,
                    (place_.empty() ? "the layout file" : "at " + place_) + ": " + what);
}

void Node::fail_unknown(std::string_view what, std::string_view name,
                        std::span<const std::string> known) const {
  fail("there is no " + std::string(what) + " " + base::quoted(name) + suggestion(name, known));
}

std::string Node::text() const {
  if (!json_->is_string()) fail("a text in quotes is wanted here");
  return json_->get<std::string>();
}

std::vector<std::string> Node::texts() const {
  std::vector<std::string> found;
  for (const auto& item : items()) found.push_back(item.text());
  return found;
}

bool Node::truth() const {
  if (!json_->is_boolean()) fail("true or false is wanted here");
  return json_->get<bool>();
}

int Node::count() const {
  const bool fits = json_->is_number_integer() && *json_ >= 1 && *json_ <= 1000;
  if (!fits) fail("a whole number from 1 to 1000 is wanted here");
  return json_->get<int>();
}

std::vector<std::pair<std::string, Node>> Node::members() const {
  if (!is_object()) fail("names and their values in braces { } are wanted here");
  std::vector<std::pair<std::string, Node>> found;
  for (const auto& [key, value] : json_->items()) {
    found.emplace_back(key, Node(value, place_.empty() ? key : place_ + "." + key));
  }
  return found;
}

std::vector<Node> Node::items() const {
  if (!is_list()) return {*this};
  std::vector<Node> found;
  for (const auto& item : *json_) {
    found.emplace_back(item, place_ + "[" + std::to_string(found.size() + 1) + "]");
  }
  return found;
}

std::optional<Node> Node::find(const std::string& key) const {
  if (!is_object()) fail("names and their values in braces { } are wanted here");
  const auto found = json_->find(key);
  if (found == json_->end()) return {};
  return Node(*found, place_.empty() ? key : place_ + "." + key);
}

Node Node::at(const std::string& key) const {
  if (auto found = find(key)) return *found;
  fail("the key " + base::quoted(key) + " is missing here");
}

void Node::require_only(std::span<const std::string> keys) const {
  for (const auto& [key, value] : members()) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) fail_unknown("key", key, keys);
  }
}

}  // namespace layout
