#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "api/app.hpp"
#include "gallery/exhibit.hpp"
#include "http/request.hpp"
#include "http/schema.hpp"

namespace api {

/// The record of that outside name in this picture. Throws Fault::missing if there is none.
std::uint32_t record_named(const gallery::Exhibit& exhibit, std::string_view reference);

/// Nothing if there is none.
std::optional<std::uint32_t> find_record(const gallery::Exhibit& exhibit,
                                         std::string_view reference);

/// The entity that the path parameter of that name names. Throws Fault::missing if there is none.
picture::Entity entity_named(const gallery::Exhibit& exhibit, const http::Request& request,
                             const std::string& parameter);
picture::Entity entity_named(const gallery::Exhibit& exhibit, std::string_view name);

/// The position of the network that the path parameter `network` names. Throws Fault::missing if
/// there is none.
std::size_t network_named(const gallery::Exhibit& exhibit, const http::Request& request);

/// The label of a record.
const model::Label& label_of(const picture::Picture& picture, std::uint32_t record);

/// The entity's records' labels joined.
model::Label label_of(const gallery::Exhibit& exhibit, picture::Entity entity);

/// As the component Entity describes it.
Json who_json(const gallery::Exhibit& exhibit, picture::Entity entity);

/// "7q3d9xkf0a2m4n6p-person": what names an entity in an address.
http::Schema entity_schema();

}  // namespace api
