#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

#include "acquire/detail/memory_store.hpp"
#include "acquire/import_file.hpp"
#include "acquire/undo_import.hpp"
#include "base/error.hpp"

namespace acquire {

/// For tests: imports bytes as file.csv of the source niche, by ann, into a store in plain view.
struct ImportFixture {
  static constexpr base::Seconds now = 1'700'000'000;

  MemoryStore store;
  access::Viewer viewer{.name = "ann"};
  std::filesystem::path folder;
  ImportRequest request{.source = "niche", .legal_basis = {.basis = "policing purpose"}};

  ImportFixture() {
    static int count = 0;
    folder = std::filesystem::temp_directory_path() /
             ("raptor-import-" + std::to_string(getpid()) + "-" + std::to_string(++count));
    std::filesystem::create_directory(folder);
    request.file = folder / "file.csv";
  }
  ~ImportFixture() { std::filesystem::remove_all(folder); }
  ImportFixture(const ImportFixture&) = delete;
  ImportFixture& operator=(const ImportFixture&) = delete;

  ImportReport import(const std::string& bytes) {
    std::ofstream(request.file, std::ios::binary) << bytes;
    return import_file(store, viewer, request, {}, [] { return now; });
  }

  /// The sentence that import_file throws; "" if it does not.
  std::string complaint(const std::string& bytes) {
    std::ofstream(request.file, std::ios::binary) << bytes;
    return complaint_of_request();
  }
  std::string complaint_of_request() {
    try {
      import_file(store, viewer, request, {}, [] { return now; });
      return "";
    } catch (const base::Error& error) {
      return error.what();
    }
  }
  std::string undo(const UndoRequest& undo_request) {
    try {
      undo_import(store, viewer, undo_request, [] { return now; });
      return "";
    } catch (const base::Error& error) {
      return error.what();
    }
  }

  /// "2:a|b 3:c|d ": all that the viewer may see.
  std::string rows() {
    std::string text;
    store.begin(store::Access::read_only)->for_each_record(viewer, [&](const auto& record) {
      text += std::to_string(record.row) + ":" + with_bars(record.cells) + " ";
    });
    return text;
  }
  /// "ROW/LINE COLUMN: REASON {cells}" a line.
  std::string rejects() {
    std::string text;
    for (const auto& [batch, rows] : store.contents.rejected) {
      for (const auto& row : rows) {
        text += std::to_string(row.row) + "/" + std::to_string(row.line) + " " + row.column + ": " +
                row.reason + " {" + with_bars(row.cells) + "}\n";
      }
    }
    return text;
  }

  /// Latin-1 text in UTF-16, least significant byte first, with its mark.
  static std::string utf_16(const std::string& latin) {
    std::string bytes = "\xFF\xFE";
    for (char c : latin) (bytes += c) += '\0';
    return bytes;
  }

 private:
  static std::string with_bars(std::string cells) {
    std::replace(cells.begin(), cells.end(), model::cell_separator, '|');
    return cells;
  }
};

}  // namespace acquire
