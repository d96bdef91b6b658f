#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/enum_names.hpp"
#include "base/threads.hpp"
#include "resolve/model.hpp"
#include "resolve/table.hpp"

namespace resolve {

/// What somebody has decided about two records. `undecided` takes a decision back.
enum class Verdict { same, different, undecided };

/// The values of each column, in the order of columns.
using Cells = std::vector<std::vector<std::string>>;

/// What has happened to entities. An entity is named by the least of the ids of its records.
enum class Happening {
  formed,  ///< a record stands for itself: nothing before
  joined,  ///< a record came to an entity
  left,    ///< a record went from an entity; after: what is left of it
  merged,  ///< several entities are one
  split,   ///< one entity is several
};

struct EntityEvent {
  Happening happening;
  std::string record;               ///< that was formed, joined or left; otherwise ""
  std::vector<std::string> before;  ///< names of the entities as they were, ascending
  std::vector<std::string> after;   ///< and as they are
  bool operator==(const EntityEvent&) const = default;
};

/// Why entities changed: what was done, and to which records.
struct Cause {
  enum class Act { add, change, withdraw, decide };

  Act act;
  std::string record, other;  ///< `other` of a decision only
  Verdict verdict = Verdict::undecided;
  bool operator==(const Cause&) const = default;
};

struct Changes {
  Cause cause;
  std::vector<EntityEvent> events;  ///< left, split, merged, joined, formed; each by names
};

/// Who is who among records that come, change and go, under one frozen model: after any sequence of
/// calls the entities and doubts are those of `resolve` on the records held, sorted by id, with the
/// decisions on them. Each call touches only the records that share a key with the one it is about,
/// and the components of evidence that this changes.
///
/// Owns all it holds. One thread at a time. A call that throws has changed nothing. Values of
/// withdrawn records stay in memory until a register is made anew.
class Register {
 public:
  /// Both throw base::Error (invalid) when the model was made for other columns.
  Register(std::vector<Column> columns, Model model);
  /// With the rows of a table, named by ids in ascending order. The quick way to hold many.
  Register(Table table, std::vector<std::string> ids, Model model, base::Threads threads);
  ~Register();
  Register(Register&&) noexcept;
  Register& operator=(Register&&) noexcept;

  /// Throws base::Error: conflict when the id is held, invalid for other cells than columns.
  Changes add(const std::string& id, const Cells& cells);
  /// Throws base::Error: missing when the id is not held, invalid for other cells than columns.
  Changes change(const std::string& id, const Cells& cells);
  /// Throws base::Error (missing) when the id is not held.
  Changes withdraw(const std::string& id);
  /// The latest decision on two records holds, for as long as both are held, and again when they
  /// are. Throws base::Error: invalid for one record, missing when either is not held.
  Changes decide(const std::string& left, const std::string& right, Verdict verdict);

  std::size_t size() const;
  bool holds(const std::string& id) const;
  /// Throws base::Error (missing) when the id is not held.
  const std::string& entity_of(const std::string& id) const;
  /// The records of the entity that a record stands in, ascending.
  std::vector<std::string> entity_with(const std::string& id) const;
  /// As Resolution::doubts, by id.
  std::vector<std::pair<std::string, std::string>> doubts() const;
  const Model& model() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace resolve

template <>
struct base::EnumNames<resolve::Happening> {
  static constexpr std::array<std::string_view, 5> names = {"formed", "joined", "left", "merged",
                                                            "split"};
};
