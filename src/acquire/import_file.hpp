#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "access/viewer.hpp"
#include "base/date.hpp"
#include "base/encoding.hpp"
#include "base/enum_names.hpp"
#include "base/threads.hpp"
#include "model/record.hpp"
#include "store/store.hpp"

namespace acquire {

struct ImportRequest {
  std::filesystem::path file;
  std::string source;             ///< the source system: scopes its reference numbers
  std::string force;              ///< whose data it is
  std::string layout;             ///< a shipped layout's name, a layout file, or "" to recognise it
  model::LegalBasis legal_basis;  ///< without it nothing is read
  model::Label label;             ///< of the batch; rows may add to it
  base::Threads threads;          ///< the outcome is the same for any number of them
};

enum class ImportOutcome {
  imported,
  already_imported,  ///< the same bytes of the same source under the same label: nothing changed
  reinstated,        ///< an undone import, done again
};

struct ImportReport {
  ImportOutcome outcome = ImportOutcome::imported;
  model::Batch batch;  ///< with its counts; for already_imported the earlier one
  std::string name;    ///< of the batch, to undo it by
  base::Encoding encoding = base::Encoding::utf_8;
  std::vector<std::string> not_understood;  ///< headers that the layout does not know
  std::vector<std::string> dropped;         ///< headers whose cells were blanked before storing
  std::vector<model::RejectedRow> rejects;  ///< the first rejects_shown of them

  static constexpr std::size_t rejects_shown = 20;
};

struct ImportProgress {
  std::size_t bytes_done = 0, bytes_total = 0;
  std::int64_t rows = 0;
};
using OnProgress = std::function<void(const ImportProgress&)>;
using Clock = std::function<base::Seconds()>;

/// Takes in one file as one batch, in one transaction: all of its good rows, with the wrong ones
/// kept aside, or nothing. Throws base::Error, in words, if the file as a whole cannot be taken:
/// no legal basis, no text, no such layout, a header that does not fit, cut off, or no good row.
ImportReport import_file(store::Store& store, const access::Viewer& viewer,
                         const ImportRequest& request, const OnProgress& on_progress,
                         const Clock& clock);

/// What a batch is called outside the store: the first twelve hexadecimal digits of its file's
/// SHA-256.
std::string name_of(const model::Batch& batch);

}  // namespace acquire

template <>
struct base::EnumNames<acquire::ImportOutcome> {
  static constexpr std::array<std::string_view, 3> names = {"imported", "already_imported",
                                                            "reinstated"};
};
