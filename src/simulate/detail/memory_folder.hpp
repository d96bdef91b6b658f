#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "simulate/region.hpp"

namespace simulate {

using Row = std::vector<std::string>;

/// A sink that keeps every file in memory: for tests.
class Folder final : public Sink {
 public:
  struct File {
    std::string path;
    Row header;
    std::vector<Row> rows;
    std::size_t column(std::string_view name) const {
      const auto found = std::find(header.begin(), header.end(), name);
      base::expect(found != header.end(), "the file has that column");
      return static_cast<std::size_t>(found - header.begin());
    }
  };

  int open(const std::string& path, std::span<const std::string_view> header) override {
    files.push_back({path, Row(header.begin(), header.end()), {}});
    return static_cast<int>(files.size()) - 1;
  }
  void row(int file, std::span<const std::string> cells) override {
    files[static_cast<std::size_t>(file)].rows.emplace_back(cells.begin(), cells.end());
  }
  void text(const std::string& path, std::string_view content) override {
    texts[path] = std::string(content);
  }

  const File& file(std::string_view path) const {
    const auto found =
        std::find_if(files.begin(), files.end(), [&](const File& it) { return it.path == path; });
    base::expect(found != files.end(), "there is such a file");
    return *found;
  }

  std::vector<File> files;
  std::map<std::string, std::string> texts;
};

}  // namespace simulate
