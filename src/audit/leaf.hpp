#pragma once

#include <cstdint>
#include <string_view>

#include "audit/tree.hpp"

namespace audit {

/// 32 random bytes, kept with the payload and erased with it: without them nobody can tell from a
/// leaf what the payload was, not even by guessing.
using Salt = base::Digest;

/// The leaf of one audit entry: SHA-256(0x00 || number, 8 bytes, most significant first ||
/// SHA-256(salt || payload)). When salt and payload are erased the leaf and every proof still
/// stand.
Hash leaf_of(std::uint64_t number, const Salt& salt, std::string_view payload);

}  // namespace audit
