#include "store/detail/installation.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

#include "base/error.hpp"
#include "base/text.hpp"

namespace store {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& what, const fs::path& path, int error) {
  throw base::Error(base::Fault::unavailable,
                    what + " " + path.string() + ": " + std::generic_category().message(error));
}

/// A file descriptor that is closed.
class Opened {
 public:
  Opened(const fs::path& path, int flags) : number_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {
    if (number_ < 0) fail("cannot open", path, errno);
  }
  ~Opened() { ::close(number_); }
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

void sync_directory(const fs::path& directory) {
  const Opened opened(directory, O_RDONLY | O_DIRECTORY);
  if (::fsync(opened.number()) != 0) fail("cannot write to", directory, errno);
}

/// Written beside and linked into place, so that no reader ever finds half a key.
void make_key(const fs::path& file, const Random& random) {
  InstallationKey key;
  random(key);
  const auto beside = file.string() + "." + std::to_string(::getpid());
  {
    const Opened opened(beside, O_WRONLY | O_CREAT | O_TRUNC);
    const auto written = ::write(opened.number(), key.data(), key.size());
    if (written != static_cast<ssize_t>(key.size()) || ::fsync(opened.number()) != 0) {
      fail("cannot write", beside, errno);
    }
  }
  const int linked = ::link(beside.c_str(), file.c_str());
  const int error = errno;
  ::unlink(beside.c_str());
  if (linked != 0 && error != EEXIST) fail("cannot make", file, error);
  sync_directory(file.parent_path());
}

}  // namespace

void make_data_directory(const fs::path& directory, const fs::path& database) {
  std::error_code error;
  if (fs::create_directories(directory, error)) {
    fs::permissions(directory, fs::perms::owner_all, error);
  }
  if (error) fail("cannot make the folder", directory, error.value());
  if (fs::exists(database, error)) return;
  const Opened opened(database, O_WRONLY | O_CREAT);
  sync_directory(directory);
}

InstallationKey installation_key(const fs::path& file, const Random& random, bool may_make) {
  if (may_make && !fs::exists(file)) make_key(file, random);
  std::ifstream in(file, std::ios::binary);
  InstallationKey key;
  in.read(reinterpret_cast<char*>(key.data()), static_cast<std::streamsize>(key.size()));
  if (!in || in.peek() != std::ifstream::traits_type::eof()) {
    throw base::Error(base::Fault::unavailable,
                      file.string() +
                          " is missing or damaged; restore it from a backup: without "
                          "it no record has its name");
  }
  return key;
}

}  // namespace store
