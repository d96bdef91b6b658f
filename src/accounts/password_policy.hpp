#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace accounts {

constexpr std::size_t password_characters_min = 15;
constexpr std::size_t password_bytes_max = 1000;

/// What is wrong with a password of that user; nothing if it will do. It must be long, and still
/// be so when the user's name and the commonest passwords are taken out of it. No kinds of
/// characters are asked for, and none expires: both make people choose worse (NIST SP 800-63B).
std::optional<std::string> problem_with_password(std::string_view password, std::string_view user,
                                                 std::string_view display_name);

}  // namespace accounts
