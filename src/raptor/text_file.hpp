#pragma once

#include <string>
#include <string_view>

namespace raptor {

/// The text of a file in UTF-8, whatever its encoding. Throws Fault::missing when there is no such
/// file, Fault::invalid when it is no text.
std::string read_text_file(const std::string& path);

/// Throws Fault::invalid with this sentence.
[[noreturn]] void refuse(const std::string& sentence);

/// Writes a file whole or not at all: beside it, and then over it. Throws Fault::unavailable.
void write_text_file(const std::string& path, std::string_view text);

}  // namespace raptor
