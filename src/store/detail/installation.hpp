#pragma once

#include <array>
#include <cstdint>
#include <filesystem>

#include "store/sqlite_store.hpp"

namespace store {

using InstallationKey = std::array<std::uint8_t, 32>;

/// Makes the folder (0700) and an empty raptor.db (0600) if they are not there.
void make_data_directory(const std::filesystem::path& directory,
                         const std::filesystem::path& database);

/// The key in that file; made, durably and readable by its owner only, if may_make and there is
/// none. Two processes that make it at the same time get the same.
InstallationKey installation_key(const std::filesystem::path& file, const Random& random,
                                 bool may_make);

}  // namespace store
