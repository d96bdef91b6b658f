#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/enum_names.hpp"
#include "base/id.hpp"
#include "model/label.hpp"
#include "model/reference.hpp"

namespace model {

using JottingId = base::Id<struct JottingKindOfId>;

enum class JottingKind { note, view };
enum class Subject { entity, network };
/// Whether it is its author's own, or for whoever may see its label.
enum class Sharing { own, audience };

/// What a person keeps beside the picture: a note on what it shows, or a view of a chart. Never
/// edited; taken back by another entry of the same name.
struct Jotting {
  JottingId id;
  Reference name;  ///< of both entries, outside
  JottingKind kind = JottingKind::note;
  bool is_withdrawal = false;
  Subject subject = Subject::entity;
  std::string about;  ///< by its outside name
  Sharing sharing = Sharing::audience;
  std::string title;  ///< of a view
  std::string text;   ///< of a note; what a view's chart holds, as JSON; why it is taken back
  std::string author;
  base::Seconds written = 0;
  Label label;  ///< the join of what it is about
};

}  // namespace model

template <>
struct base::EnumNames<model::JottingKind> {
  static constexpr std::array<std::string_view, 2> names = {"note", "view"};
};

template <>
struct base::EnumNames<model::Subject> {
  static constexpr std::array<std::string_view, 2> names = {"entity", "network"};
};

template <>
struct base::EnumNames<model::Sharing> {
  static constexpr std::array<std::string_view, 2> names = {"own", "audience"};
};
