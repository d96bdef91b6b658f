#pragma once

#include <filesystem>
#include <string>

#include "base/encoding.hpp"

namespace acquire {

/// A file as text, and what it was as bytes.
struct SourceFile {
  std::string name;  ///< without its folder
  std::string sha256;
  base::DecodedText decoded;
};

/// Throws Fault::missing or Fault::unavailable if it cannot be read, Fault::invalid if it is no
/// text.
SourceFile read_source_file(const std::filesystem::path& path);

/// The bytes of a file. Throws as above.
std::string read_bytes(const std::filesystem::path& path);

}  // namespace acquire
