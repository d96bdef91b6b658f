#pragma once

#include <string>
#include <vector>

#include "api/exhibits.hpp"
#include "api/routes.hpp"

namespace api {

// What routes that ask one picture one question have in common.

using Question = Shown (*)(const gallery::Exhibit&, const http::Request&);

/// Adds a route for those who may see pictures, which logs the question by its operation.
void add_question(http::Router& router, const App& app, http::Route route, Question question);

/// The path parameter of that name, which names an entity or a network.
http::Parameter name_parameter(const std::string& name);
std::vector<http::Parameter> with_pages(std::vector<http::Parameter> parameters);

/// A timeline or places of an entity, or of all members of a network.
Shown timeline_of(const gallery::Exhibit& exhibit, const http::Request& request,
                  const std::vector<picture::Entity>& of, const std::string& subject);
Shown places_of(const gallery::Exhibit& exhibit, const http::Request& request,
                const std::vector<picture::Entity>& of, const std::string& subject);

}  // namespace api
