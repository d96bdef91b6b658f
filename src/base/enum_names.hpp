#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace base {

/// How an enum's values are spelled: in the database, the API, the UI and layout files alike.
/// Specialise it with `static constexpr std::array<std::string_view, N> names`, in the order of the
/// values, which count from 0.
template <class Enum>
struct EnumNames;

template <class Enum>
constexpr std::string_view name_of(Enum value) {
  return EnumNames<Enum>::names[static_cast<std::size_t>(value)];
}

template <class Enum>
constexpr std::optional<Enum> named(std::string_view name) {
  const auto& names = EnumNames<Enum>::names;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return {};
}

}  // namespace base
