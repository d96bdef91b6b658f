#pragma once

#include <functional>
#include <memory>
#include <span>

#include "store/store.hpp"

namespace store {

/// A place where a store can be kept, empty at first: opens it, and opens it again.
using Place = std::function<std::unique_ptr<Store>()>;

/// One thing that every store must do, with CHECKs of doctest. The ceiling of the place is SECRET.
struct ContractCase {
  const char* name;
  void (*check)(const std::function<Place()>& new_place);
};

/// All of them: each implementation's test runs them.
std::span<const ContractCase> store_contract();
std::span<const ContractCase> accounts_contract();
std::span<const ContractCase> beside_records_contract();
std::span<const ContractCase> consultations_contract();

}  // namespace store
