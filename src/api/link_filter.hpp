#pragma once

#include <optional>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/date.hpp"
#include "http/schema.hpp"
#include "questions/chart.hpp"

namespace api {

/// The day that a body or the parameters give under that name, if they do.
std::optional<base::Date> day_of(const nlohmann::json& values, const char* name);

/// {"from", "until", "known_by"}: which part of the evidence counts.
std::vector<http::Property> window_properties();
questions::Window window_of(const nlohmann::json& body);

/// Those, and {"roles", "ties"}: which links count. What is left out allows everything.
std::vector<http::Property> link_properties();
/// Those, and {"nouns"}: what may stand at the other end.
std::vector<http::Property> filter_properties();
questions::LinkFilter filter_of(const nlohmann::json& body);
std::vector<model::Noun> nouns_of(const nlohmann::json& body);

}  // namespace api
