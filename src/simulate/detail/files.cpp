#include "simulate/detail/files.hpp"

#include "base/error.hpp"

namespace simulate {

namespace {

// Headers are those of the layouts of the same names (data/layout).
const FileShape shapes[] = {
    {"nominal-and-crime",
     "records management system",
     "policing purpose, DPA 2018 Part 3",
     {"Crime Reference",
      "Offence",
      "Threat Type",
      "Offence Date",
      "Recorded Date",
      "Status",
      "Location",
      "Location Town",
      "Location Postcode",
      "Role",
      "Nominal Ref",
      "Surname",
      "Forenames",
      "AKA",
      "Date of Birth",
      "Sex",
      "Address",
      "Town",
      "Postcode",
      "Phone",
      "Vehicle"}},
    {"custody",
     "custody system",
     "policing purpose, DPA 2018 Part 3",
     {"Custody Ref", "Arrival Date", "Crime Reference", "Offence", "Disposal", "Nominal Ref",
      "Surname", "Forenames", "AKA", "Date of Birth", "Sex", "Occupation", "Address", "Town",
      "Postcode", "Phone", "Seized Phone", "Online Platform", "Online Handle"}},
    {"vehicle-keepers",
     "vehicle keepers",
     "policing purpose, DPA 2018 Part 3",
     {"VRM", "Make", "Colour", "Keeper Surname", "Keeper Forenames", "Keeper Date of Birth",
      "Keeper Organisation", "Keeper Address", "Keeper Town", "Keeper Postcode", "Keeper From",
      "Keeper To"}},
    {"anpr",
     "ANPR",
     "policing purpose, DPA 2018 Part 3",
     {"VRM", "Capture Date", "Capture Time", "Camera", "Latitude", "Longitude", "Direction",
      "Confidence"}},
    {"call-data-records",
     "communications data",
     "Investigatory Powers Act 2016 Part 3",
     {"Call Type", "A Number", "B Number", "Start Date", "Start Time", "Duration (s)",
      "Start Cell ID", "Start Cell Postcode", "Start Lat", "Start Lon"}},
    {"bank-transactions",
     "financial intelligence",
     "Proceeds of Crime Act 2002, production order",
     {"Transaction Date", "Debit Sort Code", "Debit Account", "Debit Name", "Debit Holder Kind",
      "Debit Date of Birth", "Credit Sort Code", "Credit Account", "Credit Name",
      "Credit Holder Kind", "Amount", "Type", "Reference"}},
    {"missing-episodes",
     "missing persons system",
     "policing purpose, DPA 2018 Part 3",
     {"Episode Ref",
      "Reported Date",
      "Surname",
      "Forenames",
      "Date of Birth",
      "Sex",
      "Address",
      "Town",
      "Postcode",
      "Phone",
      "School",
      "Risk",
      "Found Date",
      "Found Address",
      "Found Town",
      "Found Postcode",
      "Companion Surname",
      "Companion Forenames",
      "Companion Phone",
      "Status"}},
    {"intelligence-reports",
     "intelligence system",
     "policing purpose, DPA 2018 Part 3",
     {"URN",
      "Report Date",
      "Information Date",
      "Source Eval",
      "Info Eval",
      "Handling",
      "Conditions",
      "Threat Type",
      "Report Title",
      "Intelligence Text",
      "Person 1 Name",
      "DOB 1",
      "Role 1",
      "Person 2 Name",
      "DOB 2",
      "Role 2",
      "Person 3 Name",
      "DOB 3",
      "Role 3",
      "Person 4 Name",
      "DOB 4",
      "Role 4",
      "Phone",
      "Vehicle",
      "Online Handles",
      "Address",
      "Town",
      "Operation"}},
    {"co-presence",
     "surveillance logs",
     "Regulation of Investigatory Powers Act 2000 Part 2",
     {"Meeting Ref", "Date", "Time", "Place", "Postcode", "Lat", "Lon", "Person A", "Person A DOB",
      "Person B", "Person B DOB", "Operation"}},
    {"nrm-and-safeguarding-referrals",
     "referrals",
     "Modern Slavery Act 2015, safeguarding",
     {"Referral Ref",
      "Referral Date",
      "Referral Kind",
      "First Responder",
      "Threat Type",
      "Surname",
      "Forenames",
      "AKA",
      "Date of Birth",
      "Sex",
      "Nationality",
      "Address",
      "Town",
      "Postcode",
      "Phone",
      "School",
      "Online Handle",
      "Exploiter Name",
      "Exploiter Phone",
      "Exploiter Handle",
      "Place",
      "Place Postcode",
      "Status"}},
    {"incidents",
     "command and control log",
     "policing purpose, DPA 2018 Part 3",
     {"Incident Ref", "Incident Type", "Reported Date", "Reported Time", "Location",
      "Location Town", "Location Postcode", "Role", "Surname", "Forenames", "Date of Birth", "Sex",
      "Address", "Town", "Postcode", "Phone", "Result"}},
};

}  // namespace

const FileShape& shape_of(FileKind kind) { return shapes[static_cast<std::size_t>(kind)]; }

Files::Files(Sink& sink, const Places& places)
    : sink_(sink), places_(places), files_(places.forces().size()) {
  static constexpr std::string_view header[] = {"file", "row", "slot", "noun", "person"};
  truth_ = sink_.open("truth/mentions.csv", header);
}

void Files::begin_row(std::uint32_t force, FileKind kind) {
  current_ = &files_[force][static_cast<std::size_t>(kind)];
  kind_ = kind;
  if (current_->id < 0) {
    const FileShape& shape = shape_of(kind);
    current_->path = places_.forces()[force].folder + "/" + std::string(shape.layout) + ".csv";
    current_->id = sink_.open(current_->path, shape.header);
  }
  ++current_->rows;
  cells_.clear();
}

void Files::is(std::string_view slot, std::uint32_t person) {
  ++mentions_of_[person];
  ++person_mentions_;
  note(slot, "person", person);
}

void Files::is_used_by(std::string_view slot, std::uint32_t person) { note(slot, "phone", person); }

void Files::is_account_of(std::string_view slot, std::uint32_t person) {
  note(slot, "handle", person);
}

void Files::note(std::string_view slot, std::string_view noun, std::uint32_t person) {
  truth_cells_.assign({current_->path, std::to_string(current_->rows), std::string(slot),
                       std::string(noun), std::to_string(person)});
  sink_.row(truth_, truth_cells_);
}

void Files::end_row(int mentions) {
  base::expect(cells_.size() == shape_of(kind_).header.size(), "a row is as wide as its header");
  const bool names_operation = shape_of(kind_).header.back() == "Operation";
  if (names_operation && !cells_.back().empty()) current_->operations.insert(cells_.back());
  sink_.row(current_->id, cells_);
  ++rows_;
  mentions_ += mentions;
}

namespace {

std::string joined(const std::set<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ";") + name;
  return text;
}

}  // namespace

void Files::write_manifest() {
  static constexpr std::string_view header[] = {"file",        "layout",      "source", "force",
                                                "legal_basis", "compartment", "holds",  "rows"};
  const int manifest = sink_.open("MANIFEST.csv", header);
  for (std::size_t f = 0; f < files_.size(); ++f) {
    for (std::size_t k = 0; k < file_kinds; ++k) {
      const File& file = files_[f][k];
      if (file.id < 0) continue;
      const FileShape& shape = shape_of(static_cast<FileKind>(k));
      const std::string& force = places_.forces()[f].name;
      const std::vector<std::string> cells = {file.path,
                                              std::string(shape.layout),
                                              force + " " + std::string(shape.source),
                                              force,
                                              std::string(shape.legal_basis),
                                              "",
                                              joined(file.operations),
                                              std::to_string(file.rows - 1)};
      sink_.row(manifest, cells);
    }
  }
}

}  // namespace simulate
