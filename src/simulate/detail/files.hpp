#pragma once

#include <array>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "simulate/detail/places.hpp"
#include "simulate/region.hpp"

namespace simulate {

/// A kind of file that a force sends; named as its layout.
enum class FileKind {
  nominal_and_crime,
  custody,
  vehicle_keepers,
  anpr,
  call_data_records,
  bank_transactions,
  missing_episodes,
  intelligence_reports,
  co_presence,
  referrals,
  incidents,
};
constexpr std::size_t file_kinds = 11;

struct FileShape {
  std::string_view layout, source, legal_basis;
  std::vector<std::string_view> header;
};

const FileShape& shape_of(FileKind kind);

/// Every force's files, opened when their first row comes; their manifest; and the truth of every
/// mention. A cell is appended with add(), a row ends with end_row().
class Files {
 public:
  Files(Sink& sink, const Places& places);

  void begin_row(std::uint32_t force, FileKind kind);
  void add(std::string cell) { cells_.push_back(std::move(cell)); }
  void add(std::string_view cell) { cells_.emplace_back(cell); }
  void add(const char* cell) { cells_.emplace_back(cell); }
  /// Notes that this slot of the row being written is that person …
  void is(std::string_view slot, std::uint32_t person);
  /// … or is a phone in that person's hand.
  void is_used_by(std::string_view slot, std::uint32_t person);
  /// … or is an online account of that person.
  void is_account_of(std::string_view slot, std::uint32_t person);
  void end_row(int mentions);  ///< of people, objects, places and events in that row
  void write_manifest();

  std::int64_t rows() const { return rows_; }
  std::int64_t mentions() const { return mentions_; }
  std::int64_t person_mentions() const { return person_mentions_; }
  const std::vector<std::uint32_t>& mentions_of() const { return mentions_of_; }
  void expect_people(std::size_t people) { mentions_of_.resize(people); }

 private:
  struct File {
    int id = -1;
    std::string path;
    std::int64_t rows = 1;             // the header is row 1
    std::set<std::string> operations;  // compartments that its rows name
  };
  void note(std::string_view slot, std::string_view noun, std::uint32_t person);

  Sink& sink_;
  const Places& places_;
  std::vector<std::array<File, file_kinds>> files_;  // by force
  File* current_ = nullptr;
  FileKind kind_ = FileKind::nominal_and_crime;
  std::vector<std::string> cells_;
  std::vector<std::string> truth_cells_;
  int truth_ = -1;
  std::int64_t rows_ = 0, mentions_ = 0, person_mentions_ = 0;
  std::vector<std::uint32_t> mentions_of_;  // by person
};

}  // namespace simulate
