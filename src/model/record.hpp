#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/enum_names.hpp"
#include "base/id.hpp"
#include "model/grading.hpp"
#include "model/label.hpp"

namespace model {

using LabelId = base::Id<struct LabelKind>;
using BatchId = base::Id<struct BatchKind>;
using RecordId = base::Id<struct RecordKind>;

/// Why a batch may be held. Without a basis nothing is read.
struct LegalBasis {
  std::string basis;  ///< the power or purpose in words: "policing purpose, DPA 2018 Part 3"
  std::string authorisation;  ///< its reference, if it has one
  std::string purpose;        ///< the permitted purpose or operation
  std::optional<base::Date> expires;
  bool may_hold_privileged = false;
};

/// One import of one file.
struct Batch {
  BatchId id;
  std::string source;      ///< the source system, as the importer named it
  std::string force;       ///< whose data it is
  std::string layout;      ///< its name …
  int layout_version = 0;  ///< … and version
  std::string
      layout_text;  ///< the layout itself, so that the batch can be read for as long as it is held
  std::string file_name;    ///< as the importer gave it, without its folder
  std::string file_sha256;  ///< 64 hexadecimal digits
  std::vector<std::string> header;
  Label label;  ///< of the batch as a whole; its records' labels are joins with it
  LegalBasis legal_basis;
  std::string imported_by;
  base::Seconds imported = 0;
  std::int64_t records = 0, rejected = 0;
  bool withdrawn = false;  ///< an undone import: kept, but read by nobody
};

/// MoPI retention groups (College of Policing APP, Review, retention and disposal).
enum class RetentionGroup { unassigned, group_1, group_2, group_3, group_4 };

/// One row as received. Its cells are joined by `cell_separator`; what it says is derived anew with
/// its layout.
struct Record {
  RecordId id;
  BatchId batch;
  std::int64_t row = 0;  ///< of the file; the header is 1
  std::string cells;
  LabelId label;
  std::optional<Grading> grading;
  std::optional<base::Seconds> happened, recorded;
  RetentionGroup retention = RetentionGroup::unassigned;
};

constexpr char cell_separator = '\x1f';

/// A row that was kept aside, with what to tell its owner.
struct RejectedRow {
  std::int64_t row = 0, line = 0;
  std::string column;
  std::string reason;
  std::string cells;
};

}  // namespace model

template <>
struct base::EnumNames<model::RetentionGroup> {
  static constexpr std::array<std::string_view, 5> names = {"unassigned", "group_1", "group_2",
                                                            "group_3", "group_4"};
};
