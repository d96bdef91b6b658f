#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "simulate/detail/identifiers.hpp"
#include "simulate/detail/population.hpp"

namespace simulate {

enum class System : std::uint8_t {
  crime,
  custody,
  intelligence,
  missing,
  referral,
  vehicles,
  bank,
  incidents
};

/// A person as one row of one system has them. Empty: not known, or not filled in.
struct Rendition {
  std::string reference;  ///< the force's own nominal number
  std::string forenames, surname, alias, date_of_birth, sex, phone;
  Address address;
  std::string full_name() const;
};

/// What is asked of the clerks.
struct Sighting {
  PersonId person = nobody;
  std::uint32_t force = 0;
  System system = System::crime;
  std::int32_t day = 0;
  std::uint64_t row = 0;  ///< anything that differs between rows
};

/// The clerks: turns true people into what each force's systems say of them. A nominal keeps its
/// name and date from row to row of one system, wrong or right; every row adds slips of its own.
class Clerks {
 public:
  Clerks(std::uint64_t seed, const Names& names, const Places& places, const Population& population,
         const Identifiers& identifiers);

  Rendition write(const Sighting& sighting) const;
  std::string date(std::int32_t day, std::uint32_t force) const;
  std::string street_name(PersonId person) const;  ///< an alias; the same everywhere

 private:
  struct WrongMerge {
    std::uint32_t force;
    PersonId person, taken_for;
  };

  std::string given(const Person& person, Random& random) const;
  std::string family(const Person& person, Random& random) const;
  void name(Rendition& made, const Sighting& sighting, Random& nominal, Random& row) const;
  void birth(Rendition& made, const Sighting& sighting, Random& nominal, Random& row) const;
  void contact(Rendition& made, const Sighting& sighting, Random& row) const;
  std::string reference(const Sighting& sighting, std::uint32_t version) const;
  std::string date_text(base::Date date, std::uint32_t force) const;

  std::uint64_t seed_;
  const Names& names_;
  const Places& places_;
  const Population& population_;
  const Identifiers& identifiers_;
  std::vector<WrongMerge> wrong_merges_;  // sorted
};

}  // namespace simulate
