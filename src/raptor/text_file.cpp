#include "raptor/text_file.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "base/encoding.hpp"
#include "base/error.hpp"

namespace raptor {

void refuse(const std::string& sentence) { throw base::Error(base::Fault::invalid, sentence); }

std::string read_text_file(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    throw base::Error(base::Fault::invalid, path + " is a folder; name a file in it");
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw base::Error(base::Fault::missing,
                      path + " cannot be opened: " + std::strerror(errno) + "; check its name");
  }
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (file.bad()) throw base::Error(base::Fault::unavailable, path + " cannot be read to its end");
  try {
    return base::decode_text(std::move(bytes)).text;
  } catch (const base::Error& error) {
    throw base::Error(error.fault(), path + ": " + error.what());
  }
}

void write_text_file(const std::string& path, std::string_view text) {
  const auto beside = path + ".part";
  std::ofstream file(beside, std::ios::binary);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  file.close();
  std::error_code error;
  if (file) std::filesystem::rename(beside, path, error);
  if (file && !error) return;
  const std::string why = error ? error.message() : std::strerror(errno);
  std::filesystem::remove(beside, error);
  throw base::Error(base::Fault::unavailable,
                    path + " cannot be written: " + why + "; choose another place for it");
}

}  // namespace raptor
