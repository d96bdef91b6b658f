#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace store {

/// An empty folder that is gone when the test is over; in memory where there is such a place, for a
/// test makes hundreds of commits and none of them need outlive it.
struct TestFolder {
  TestFolder() {
    const std::filesystem::path memory = "/dev/shm";
    const auto parent =
        std::filesystem::exists(memory) ? memory : std::filesystem::temp_directory_path();
    std::string name = (parent / "raptor_store_XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  ~TestFolder() { std::filesystem::remove_all(path); }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  std::filesystem::path path;
};

}  // namespace store
