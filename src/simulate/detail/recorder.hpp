#pragma once

#include <string>
#include <vector>

#include "simulate/detail/events.hpp"
#include "simulate/detail/files.hpp"
#include "simulate/detail/handles.hpp"
#include "simulate/detail/livelihood.hpp"
#include "simulate/detail/rendition.hpp"

namespace simulate {

/// What is true of the region and a recorder may write of. Outlives it.
struct Ground {
  const Places& places;
  const Population& population;
  const Identifiers& identifiers;
  const Livelihoods& livelihoods;
  const Handles& handles;
  const std::vector<Organisation>& organisations;
};

/// Turns what truly happened into the rows that forces hold of it, in the order of being told.
class Recorder {
 public:
  Recorder(std::uint64_t seed, Files& files, const Clerks& clerks, const Ground& ground);

  void record(const Event& event);
  /// One row of the keepers' register, as this force obtained it.
  void record_keeper(std::uint32_t force, std::uint32_t vehicle);

 private:
  void write(const Event& event, const Crime& crime);
  void write(const Event& event, const Report& report);
  void write(const Event& event, const Call& call);
  void write(const Event& event, const Payment& payment);
  void write(const Event& event, const PlateRead& read);
  void write(const Event& event, const MissingEpisode& episode);
  void write(const Event& event, const Referral& referral);
  void write(const Event& event, const Meeting& meeting);
  void write(const Event& event, const Incident& incident);
  void write_custody(const Event& event, const Crime& crime, const Party& party,
                     const std::string& crime_reference);
  void write_pair(const Event& event, const Meeting& meeting, std::size_t a, std::size_t b);

  std::string next_reference(std::uint32_t force, FileKind kind, std::int32_t day);
  Rendition seen(PersonId person, const Event& event, System system);
  void add_name_and_birth(const Rendition& person);
  void add_address(const Address& address);
  void add_holder(const Holder& holder, const Event& event, bool with_birth);
  /// The school of a child on that day, as the row has it; "" for none, or where nobody asked.
  std::string school(PersonId person, const Event& event);
  std::string said(const Report& report, const std::vector<Rendition>& people,
                   const std::string& account);
  std::string plate(std::uint32_t vehicle) const;
  std::uint32_t account_of(const Holder& holder) const;

  std::uint64_t seed_;
  Files& files_;
  const Clerks& clerks_;
  const Places& places_;
  const Population& population_;
  const Identifiers& identifiers_;
  const Livelihoods& livelihoods_;
  const Handles& handles_;
  const std::vector<Organisation>& organisations_;
  std::vector<std::uint32_t> references_;  // by force and kind of file
  std::uint64_t row_ = 0;
  Random slips_;
};

}  // namespace simulate
