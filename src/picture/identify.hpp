#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/threads.hpp"
#include "model/decision.hpp"
#include "model/evidence.hpp"
#include "picture/entities.hpp"
#include "picture/people.hpp"
#include "resolve/model.hpp"
#include "resolve/phone_forms.hpp"

namespace picture {

struct Identified {
  Entities entities;
  std::vector<std::pair<Entity, Entity>> doubts;  ///< ascending, lesser first: perhaps one person
  std::vector<std::string> notes;  ///< what whoever reads the picture should know, in words
};

/// Which mentions are one person, phone, vehicle, address, crime …: identifiers by their canonical
/// form, events and places by the source's own reference or by where they are, people by resolve
/// under analysts' decisions.
/// `phones` gains the forms of its phones.
Identified identify(const model::Evidence& evidence, const People& people,
                    std::span<const model::Decision> decisions, const resolve::Model& model,
                    resolve::PhoneForms& phones, base::Threads threads);

}  // namespace picture
