#pragma once

#include <string>

#include "accounts/settings.hpp"

namespace accounts {

/// Six words of data/accounts/words.txt, drawn independently, with hyphens: "otter-slate-…"; about
/// 52 bits, which argon2id and the slowing down of attempts put far out of reach.
std::string make_pass_phrase(const Random& random);

}  // namespace accounts
