#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.hpp"
#include "model/correction.hpp"
#include "model/grading.hpp"
#include "model/record.hpp"
#include "model/reference.hpp"
#include "model/vocabulary.hpp"

namespace model {

/// Distinct texts, each kept once and known by a small number in order of first appearance.
class Texts {
 public:
  std::uint32_t intern(std::string_view text);
  std::string_view operator[](std::uint32_t text) const { return texts_[text]; }
  std::size_t size() const { return texts_.size(); }

 private:
  // Views into chunks_, which never move.
  std::vector<std::string_view> texts_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  std::vector<std::unique_ptr<char[]>> chunks_;
  std::size_t chunk_used_ = 0, chunk_size_ = 0;
};

/// Where a batch came from, for all that is derived from it.
struct EvidenceSource {
  std::string source, force, layout, file_name;
  Label label;
  std::string file_sha256 = {};  ///< in hexadecimal
};

/// A visible record, without its cells.
struct EvidenceRecord {
  Reference reference;
  RecordId id;           ///< for the store only: it is never shown
  std::uint32_t source;  ///< into Evidence::sources
  std::int64_t row;
  std::uint32_t label;  ///< into Evidence::labels; joined with those of its corrections
  std::optional<Grading> grading;
  std::optional<base::Seconds> happened, recorded;
};

/// An attribute of a mention, as this record gives it.
struct Value {
  Attribute attribute;
  std::uint32_t text;  ///< into Evidence::texts
};

/// One person, object, location or event as one record describes it.
struct Mention {
  Noun noun;
  std::uint32_t record;
  std::uint32_t first_value, value_count;
  std::uint32_t
      slot;  ///< which of the record's mentions: text of the name that the layout gives it
};

/// What one record says of two of its mentions.
struct MentionLink {
  std::uint32_t from, to;  ///< mentions of the same record
  LinkRole role;
  float strength = 1;  ///< how often or how much, as the source counts it
  std::optional<base::Seconds> time;
};

/// A correction that counts: what its record's mention gives is as it says.
struct AppliedCorrection {
  std::uint32_t record;
  Correction correction;
};

/// All that a viewer may see, as derived from records and layouts: the first argument of every
/// picture. Records, mentions and links stand in the order of where the records came from, so that
/// neither the order of import nor an installation's key decides anything (call sort_by_origin once
/// everything is in).
struct Evidence {
  std::vector<EvidenceSource> sources;
  std::vector<Label> labels;
  std::vector<EvidenceRecord> records;
  std::vector<Mention> mentions;
  std::vector<Value> values;
  std::vector<MentionLink> links;
  Texts texts;
  std::vector<std::uint32_t> by_reference;     ///< records in the order of their references
  std::vector<AppliedCorrection> corrections;  ///< in order of record, then of value

  /// The records of that reference, which are nearly always one or none.
  std::span<const std::uint32_t> records_of(const Reference& reference) const;
  std::span<const Value> values_of(const Mention& mention) const {
    return std::span(values).subspan(mention.first_value, mention.value_count);
  }
  std::string_view text(const Value& value) const { return texts[value.text]; }
  /// The first value of that attribute; empty if there is none.
  std::string_view first(const Mention& mention, Attribute attribute) const;
  /// Those of one record.
  std::span<const AppliedCorrection> corrections_of(std::uint32_t record) const;
};

/// Orders records by source, file and row, mentions and links by record (keeping their order within
/// it), and indexes the references.
void sort_by_origin(Evidence& evidence);

/// How a record of one evidence stands to a record of another in that order.
std::strong_ordering compare_origins(const Evidence& a, std::size_t record_a, const Evidence& b,
                                     std::size_t record_b);

}  // namespace model
