#include "http/parse_json.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "http/problem.hpp"

namespace http {

namespace {

using nlohmann::json;

// Builds the value while it watches; the usual parser of the library keeps the last of two equal
// properties and has no limit of depth.
class Builder : public json::json_sax_t {
 public:
  bool null() override { return put(nullptr); }
  bool boolean(bool value) override { return put(value); }
  bool number_integer(number_integer_t value) override { return put(value); }
  bool number_unsigned(number_unsigned_t value) override { return put(value); }

  bool number_float(number_float_t value, const string_t& source) override {
    // The library hands a whole number that 64 bits cannot hold on as a rounded one.
    if (source.find_first_of(".eE") == std::string::npos) {
      refuse(here(), "The number " + base::quoted(source) + " is too large: give a smaller one.");
    }
    return put(value);
  }

  bool string(string_t& value) override {
    require_no_nul(value);
    return put(std::move(value));
  }

  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(json::object()); }
  bool start_array(std::size_t) override { return open(json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    require_no_nul(name);
    if (open_.back()->contains(name)) {
      refuse(pointer_to(pointers_.back(), name),
             base::quoted(name) + " is given twice: give it once.");
    }
    key_ = name;
    return true;
  }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    if (error.id == 406) refuse("", "A number is too large: give a smaller one.");
    refuse("", "The body is not valid JSON at byte " + std::to_string(position) +
                   ": correct it there and send it again.");
  }

  json take() { return std::move(root_); }

 private:
  [[noreturn]] static void refuse(std::string field, std::string sentence) {
    throw FieldError({std::move(field), std::move(sentence)});
  }

  std::string here() const {
    if (open_.empty()) return "";
    return pointer_to(pointers_.back(),
                      open_.back()->is_array() ? std::to_string(open_.back()->size()) : key_);
  }

  void require_no_nul(const std::string& text) const {
    if (text.find('\0') == std::string::npos) return;
    refuse(here(), "A text contains a zero character: remove it.");
  }

  json* place(json value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    auto& parent = *open_.back();
    if (parent.is_array()) {
      parent.push_back(std::move(value));
      return &parent.back();
    }
    return &(parent[key_] = std::move(value));
  }

  bool put(json value) {
    place(std::move(value));
    return true;
  }

  bool open(json value) {
    if (open_.size() >= json_depth_max) {
      refuse(here(), "The body is nested more than " + std::to_string(json_depth_max) +
                         " deep: send it flatter.");
    }
    auto pointer = here();
    // Pointers into an array or object stay good: only the innermost open one grows.
    open_.push_back(place(std::move(value)));
    pointers_.push_back(std::move(pointer));
    return true;
  }

  bool close() {
    open_.pop_back();
    pointers_.pop_back();
    return true;
  }

  json root_;
  std::vector<json*> open_;
  std::vector<std::string> pointers_;
  std::string key_;
};

}  // namespace

json parse_json(std::string_view text) {
  if (text.empty()) throw FieldError({"", "The body is empty: send JSON."});
  if (!base::is_utf8(text)) throw FieldError({"", "The body is not UTF-8: send it as UTF-8."});
  Builder builder;
  json::sax_parse(text, &builder);
  return builder.take();
}

std::string pointer_to(std::string_view pointer, std::string_view step) {
  std::string result(pointer);
  result += '/';
  for (const char c : step) {
    if (c == '~') {
      result += "~0";
    } else if (c == '/') {
      result += "~1";
    } else {
      result += c;
    }
  }
  return result;
}

}  // namespace http
