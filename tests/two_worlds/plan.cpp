#include <algorithm>
#include <map>
#include <set>

#include "two_worlds/world.hpp"

namespace two_worlds {

namespace {

using Words = std::vector<std::string>;

const Words given = {"John", "Jon", "Ann", "Anna", "Bill", "William", "Emeka", "Wei", "Sara"};
const Words family = {"Smith", "Smyth", "Jones", "Khan", "Nowak", "Nováková", "Obi", "Chen"};
const Words offences = {
    "drug_trafficking", "child_criminal_exploitation", "theft", "robbery", "modern_slavery",
    "cuckooing"};
const Words roles = {"Suspect", "Suspect", "Charged", "Victim", "Witness", "Arrested"};
const Words streets = {"1 Mill Lane", "2 Mill Lane", "7 Quill Road", "9 Fen Way"};
const Words remarks = {"was seen with cash outside the taxi office", "is said to be working for",
                       "was driving towards the coast", "collects money at the car wash"};
const Words compartments = {"HERON", "NIGHTJAR"};

class Planner {
 public:
  explicit Planner(Dice& dice) : dice_(dice) {}

  Plan run() {
    choose_readers();
    const auto size = 10 + dice_.below(dice_.chance(5) ? 600 : 70);
    plan_.files.push_back(crimes(size));
    plan_.files.push_back(reports(size / 2 + 2));
    plan_.files.push_back(calls(size / 2));
    plan_.files.push_back(payments(size / 2));
    correct_some();
    return std::move(plan_);
  }

 private:
  void choose_readers() {
    plan_.reader.name = "reader";
    plan_.entitled = {.name = "entitled", .compartments = compartments, .groups = {"blue", "red"}};
    if (dice_.chance(40)) plan_.reader.compartments = {dice_.pick(compartments)};
    if (dice_.chance(30)) plan_.reader.groups = {"blue"};
  }

  model::Label label() {
    model::Label label;
    if (dice_.chance(30)) label.compartments = {dice_.pick(compartments)};
    if (dice_.chance(8)) label.groups = {{dice_.chance(50) ? "blue" : "red"}};
    if (dice_.chance(10)) {
      label.handling = model::Handling::C;
      label.conditions = {"Ask the originator"};
    }
    return label;
  }

  void correct_some() {
    const auto& rows = plan_.files.front().rows;
    for (std::size_t i = 0; i < 6; ++i) {
      const auto row = dice_.below(rows.size());
      plan_.corrections.push_back(
          {row, dice_.chance(25) ? "" : dice_.pick(family), join(rows[row].label, label())});
    }
  }

  std::string day() {
    const auto number = [](std::size_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return number(1 + dice_.below(28)) + "/" + number(1 + dice_.below(6)) + "/2026";
  }
  std::string born() {
    return "0" + std::to_string(1 + dice_.below(9)) + "/04/" +
           std::to_string(dice_.chance(20) ? 2012 : 1970 + dice_.below(20));
  }
  std::string phone() { return "0770090000" + std::to_string(dice_.below(10)); }
  std::string maybe(std::string text) { return dice_.chance(60) ? text : std::string(); }

  PlannedFile crimes(std::size_t rows) {
    PlannedFile file{"nominal-and-crime",
                     {"Crime Reference", "Offence", "Offence Date", "Role", "Nominal Ref",
                      "Surname", "Forenames", "Date of Birth", "Sex", "Address", "Postcode",
                      "Phone", "Vehicle Registration"},
                     {}};
    for (std::size_t i = 0; i < rows; ++i) {
      file.rows.push_back(
          {{"C" + std::to_string(dice_.below(rows / 3 + 1)), dice_.pick(offences), day(),
            dice_.pick(roles), maybe("N" + std::to_string(dice_.below(40))), dice_.pick(family),
            dice_.pick(given), maybe(born()), dice_.chance(50) ? "M" : "F",
            maybe(dice_.pick(streets)),
            maybe("ZZ1 1A" + std::string(1, static_cast<char>('A' + dice_.below(4)))),
            maybe(phone()), maybe("ZZ0" + std::to_string(dice_.below(9)) + " AAA")},
           label()});
    }
    return file;
  }

  PlannedFile reports(std::size_t rows) {
    PlannedFile file{"intelligence-reports",
                     {"URN", "Report Date", "Source Eval", "Info Eval", "Intelligence Text",
                      "Person 1 Name", "Role 1", "Person 2 Name", "Role 2", "Phone"},
                     {}};
    for (std::size_t i = 0; i < rows; ++i) {
      const auto one = dice_.pick(given) + " " + dice_.pick(family),
                 other = dice_.pick(given) + " " + dice_.pick(family);
      file.rows.push_back({{"I" + std::to_string(i), day(), std::to_string(1 + dice_.below(3)),
                            std::string(1, "ABCDE"[dice_.below(5)]),
                            one + " " + dice_.pick(remarks) + " " + other + ".", one, "Subject",
                            other, "Mentioned", maybe(phone())},
                           label()});
    }
    return file;
  }

  PlannedFile calls(std::size_t rows) {
    PlannedFile file{
        "call-data-records",
        {"Call Type", "A Number", "B Number", "Start Date", "Start Time", "Duration (s)"},
        {}};
    for (std::size_t i = 0; i < rows; ++i) {
      file.rows.push_back(
          {{"VOICE MO", phone(), phone(), day(), "10:0" + std::to_string(dice_.below(10)) + ":00",
            std::to_string(dice_.below(300))},
           label()});
    }
    return file;
  }

  PlannedFile payments(std::size_t rows) {
    PlannedFile file{"bank-transactions",
                     {"Transaction Date", "Debit Sort Code", "Debit Account", "Debit Name",
                      "Debit Holder Kind", "Credit Sort Code", "Credit Account", "Credit Name",
                      "Credit Holder Kind", "Amount", "Reference"},
                     {}};
    const auto account = [&] { return "1000000" + std::to_string(dice_.below(10)); };
    for (std::size_t i = 0; i < rows; ++i) {
      file.rows.push_back(
          {{day(), "00-00-11", account(), dice_.pick(given) + " " + dice_.pick(family), "Personal",
            "00-00-12", account(), dice_.pick(given) + " " + dice_.pick(family), "Personal",
            std::to_string(10 + dice_.below(900)), "LOAN"},
           label()});
    }
    return file;
  }

  Dice& dice_;
  Plan plan_;
};

// What ties a row to others: its numbers and whole names.
std::set<std::string> ties_of(const PlannedFile& file, const PlannedRow& row) {
  std::set<std::string> ties;
  std::map<std::string, std::string> cell;
  for (std::size_t i = 0; i < row.cells.size(); ++i) cell[file.header[i]] = row.cells[i];
  for (const auto* header :
       {"Phone", "A Number", "B Number", "Debit Account", "Credit Account", "Nominal Ref",
        "Crime Reference", "Vehicle Registration", "Person 1 Name", "Person 2 Name"})
    ties.insert(cell[header]);
  if (!cell["Surname"].empty()) ties.insert(cell["Forenames"] + " " + cell["Surname"]);
  ties.erase("");
  return ties;
}

}  // namespace

Plan make_plan(Dice& dice) { return Planner(dice).run(); }

Overlap overlap_of(const Plan& plan) {
  std::set<std::string> visible;
  for (const auto& file : plan.files) {
    for (const auto& row : file.rows) {
      if (access::may_see(plan.reader, row.label)) visible.merge(ties_of(file, row));
    }
  }
  Overlap overlap;
  for (const auto& file : plan.files) {
    for (const auto& row : file.rows) {
      if (access::may_see(plan.reader, row.label)) continue;
      ++overlap.hidden;
      const auto ties = ties_of(file, row);
      overlap.sharing += std::any_of(ties.begin(), ties.end(),
                                     [&](const auto& tie) { return visible.contains(tie); });
    }
  }
  return overlap;
}

}  // namespace two_worlds
