#pragma once

#include <string>
#include <string_view>

namespace base {

enum class Encoding { utf_8, utf_16_le, utf_16_be, windows_1252 };

std::string_view to_string(Encoding encoding);

struct DecodedText {
  std::string text;  ///< UTF-8 without byte-order mark
  Encoding encoding;
};

/// The text of a file of unknown encoding: by its byte-order mark, else by where its zero bytes
/// lie, else UTF-8 if it is valid, else Windows-1252. Throws Fault::invalid for what is no text
/// (other zero bytes or control characters).
DecodedText decode_text(std::string bytes);

}  // namespace base
