#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace store {

/// An empty folder that is gone when the test is over.
struct TestFolder {
  TestFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "raptor_store_XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  ~TestFolder() { std::filesystem::remove_all(path); }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  std::filesystem::path path;
};

}  // namespace store
