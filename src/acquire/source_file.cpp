#include "acquire/detail/source_file.hpp"

#include <fstream>

#include "base/digest.hpp"
#include "base/error.hpp"

namespace acquire {

std::string read_bytes(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error))
    throw base::Error(base::Fault::missing, "there is no file " + path.string());
  if (!std::filesystem::is_regular_file(path, error))
    throw base::Error(base::Fault::invalid, path.string() + " is a folder or device, not a file");
  std::string bytes(std::filesystem::file_size(path, error), '\0');
  std::ifstream stream(path, std::ios::binary);
  if (error || !stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
    throw base::Error(base::Fault::unavailable,
                      path.string() + " could not be read; check its permissions and try again");
  return bytes;
}

SourceFile read_source_file(const std::filesystem::path& path) {
  auto bytes = read_bytes(path);
  auto sha256 = base::to_hex(base::sha256(base::bytes_of(bytes)));
  return {path.filename().string(), std::move(sha256), base::decode_text(std::move(bytes))};
}

}  // namespace acquire
