#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace raptor {

/// Where the build puts the pages for browsers: "web" in the folder above the program's own, that
/// is build/web of build/release/raptor.
std::filesystem::path usual_web_folder();

/// The files in a folder and below it, by path within it ("assets/main-3fa9c1d2.js"), without
/// those whose name begins with a dot. Throws Fault::missing when there is no index.html.
std::map<std::string, std::string> read_web_pages(const std::filesystem::path& folder);

}  // namespace raptor
