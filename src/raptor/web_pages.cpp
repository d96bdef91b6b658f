#include "raptor/web_pages.hpp"

#include <fstream>
#include <iterator>
#include <system_error>

#include "base/error.hpp"
#include "base/text.hpp"

namespace raptor {

namespace fs = std::filesystem;

namespace {

std::string read_bytes(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!file) throw base::Error(base::Fault::unavailable, path.string() + " cannot be read");
  return bytes;
}

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

}  // namespace

fs::path usual_web_folder() {
  std::error_code ignored;
  const auto program = fs::read_symlink("/proc/self/exe", ignored);
  return program.parent_path().parent_path() / "web";
}

std::map<std::string, std::string> read_web_pages(const fs::path& folder) {
  if (!fs::is_regular_file(folder / "index.html")) {
    throw base::Error(base::Fault::missing,
                      "there are no web pages in " + base::quoted(folder.string()) +
                          ": name the folder that holds index.html (script/web makes build/web)");
  }
  std::map<std::string, std::string> files;
  for (auto entry = fs::recursive_directory_iterator(folder);
       entry != fs::recursive_directory_iterator(); ++entry) {
    if (is_hidden(entry->path())) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file()) {
      files.emplace(fs::relative(entry->path(), folder).generic_string(),
                    read_bytes(entry->path()));
    }
  }
  return files;
}

}  // namespace raptor
