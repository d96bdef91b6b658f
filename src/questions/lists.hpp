#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "questions/citations.hpp"

namespace questions {

/// Which part of a list to give. Positions count what the filter lets through.
struct Page {
  std::size_t position = 0, limit = 50;
};

/// A part of a list, in the picture's order. Its label is the whole picture's where that order is a
/// rank, as a rank rests on all that is in the picture.
template <class Row>
struct Listing {
  std::size_t position, count;  ///< of the first row here; of all that the filter lets through
  std::vector<Row> rows;
  model::Label label;
};

/// Each row stands for a line of one of the picture's lists, by its position there. csv_header()
/// names the columns of csv_row().
struct NetworkRow {
  std::size_t network;
  std::size_t ranked, kept_apart;  ///< how many members
  std::vector<Entity> leading;     ///< the first of the ranked, three at most
  static std::string csv_header();
};
struct NominalRow {
  std::size_t nominal;
  std::vector<std::string> forces;  ///< whose records say what they did; sorted
  static std::string csv_header();
};
/// Why somebody stands in the protection list: each reason once, ascending.
std::vector<threat::ProtectionReason> reasons_of(const picture::ProtectedPerson& person);
struct ProtectedRow {
  std::size_t position;
  std::vector<threat::ProtectionReason> reasons;  ///< each once, ascending
  std::vector<std::string> forces;                ///< whose records speak of them; sorted
  static std::string csv_header();
};
struct HeldBackRow {
  std::size_t position;
  static std::string csv_header();
};

/// Everything that is set must hold.
struct NetworkFilter {
  std::string force, threat_type;  ///< "": any; a key of the threat-type table
  std::optional<bool> is_new;
  std::optional<base::Seconds> from, until;  ///< was active in between
};
struct NominalFilter {
  std::string force;
  std::optional<bool> is_new, in_network;
};

struct ProtectedFilter {
  std::string force;
  std::optional<threat::ProtectionReason> reason;
  std::optional<bool> is_also_suspect;
};

Listing<NetworkRow> list_networks(const Index& index, const NetworkFilter& filter = {},
                                  Page page = {});
Listing<NominalRow> list_nominals(const Index& index, const NominalFilter& filter = {},
                                  Page page = {});
Listing<ProtectedRow> list_protected(const Index& index, const ProtectedFilter& filter = {},
                                     Page page = {});
Listing<HeldBackRow> list_held_back(const Index& index, Page page = {});

nlohmann::ordered_json to_json(const Index& index, const Listing<NetworkRow>& list);
nlohmann::ordered_json to_json(const Index& index, const Listing<NominalRow>& list);
nlohmann::ordered_json to_json(const Index& index, const Listing<ProtectedRow>& list);
nlohmann::ordered_json to_json(const Index& index, const Listing<HeldBackRow>& list);

/// A line each, with its line feed; no cell is a formula to a spreadsheet (base::csv_cell).
std::string csv_row(const Index& index, const NetworkRow& row);
std::string csv_row(const Index& index, const NominalRow& row);
std::string csv_row(const Index& index, const ProtectedRow& row);
std::string csv_row(const Index& index, const HeldBackRow& row);

}  // namespace questions
