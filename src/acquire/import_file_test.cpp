#include "acquire/import_file.hpp"

#include <fstream>

#include <doctest/doctest.h>

#include "acquire/detail/memory_store.hpp"
#include "acquire/undo_import.hpp"
#include "acquire/write_rejects.hpp"
#include "base/error.hpp"

TEST_CASE("thin") {
  acquire::MemoryStore store;
  std::ofstream("/tmp/acq_t.csv")
      << "Crime Ref,Offence,Role,Surname,DOB\n1,Theft,Suspect,Lee,01/02/1980\n"
         "2,Theft,Suspekt,Lee,31/02/1980\n";
  const auto report = acquire::import_file(
      store, access::base_audience(model::Tier::official_sensitive),
      {.file = "/tmp/acq_t.csv", .source = "niche", .legal_basis = {.basis = "policing"}}, {},
      [] { return 1000; });
  CHECK(report.batch.records == 1);
  CHECK(report.batch.rejected == 1);
  MESSAGE(report.rejects[0].reason);
}
