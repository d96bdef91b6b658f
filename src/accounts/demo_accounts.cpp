#include "accounts/demo_accounts.hpp"

#include "accounts/change_accounts.hpp"
#include "accounts/pass_phrase.hpp"

namespace accounts {

namespace {

constexpr struct {
  const char *user, *display_name, *role, *what;
  bool holds_compartments;
} people[] = {
    {"ivy.marlow", "Ivy Marlow", "senior_analyst", "An analyst without any compartment.", false},
    {"tarn.okafor", "Tarn Okafor", "senior_analyst",
     "An analyst who also works under the region's compartments.", true},
    {"noor.hallam", "Noor Hallam", "inspector", "Sees what analysts see, and what they looked at.",
     true},
    {"jude.penrose", "Jude Penrose", "administrator", "Keeps accounts, and sees no record.", false},
};

}  // namespace

std::vector<DemoAccount> make_demo_accounts(store::Store& store, PasswordHasher& hasher,
                                            const Random& random,
                                            const std::vector<std::string>& compartments,
                                            base::Seconds now) {
  if (!store.begin(store::Access::read_only)->accounts().empty()) return {};
  std::vector<DemoAccount> made;
  for (const auto& person : people) {
    const AccountRights rights{
        .roles = {person.role},
        .clearance = store.ceiling(),
        .compartments = person.holds_compartments ? compartments : std::vector<std::string>()};
    const auto pass_phrase = make_pass_phrase(random);
    add_account(store, hasher, {person.user, person.display_name, rights}, pass_phrase, Next::keep,
                {.actor = "raptor",
                 .by = Act::By::machine,
                 .now = now,
                 .reason = "accounts for trying the program out"});
    made.push_back({person.user, person.display_name, person.what, pass_phrase});
  }
  return made;
}

}  // namespace accounts
