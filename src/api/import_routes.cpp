#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>

#include <unistd.h>

#include "acquire/import_file.hpp"
#include "acquire/undo_import.hpp"
#include "api/routes.hpp"
#include "api/schemas.hpp"
#include "base/error.hpp"
#include "http/problem.hpp"
#include "questions/marking.hpp"

namespace api {

using gallery::Exhibit;

namespace {

constexpr std::size_t file_bytes_max = std::size_t{512} * 1024 * 1024;

// A batch's own counts speak of all its rows; a reader is told of those they may see.
Json json_of(const model::Batch& batch, std::size_t records) {
  Json written;
  written["import"] = acquire::name_of(batch);
  written["file"] = batch.file_name;
  written["source"] = batch.source;
  written["force"] = batch.force;
  written["layout"] = batch.layout;
  written["legal_basis"] = batch.legal_basis.basis;
  written["records"] = records;
  written["imported_by"] = batch.imported_by;
  written["imported"] = base::to_string_utc(batch.imported);
  written["is_undone"] = batch.withdrawn;
  written["marking"] = questions::marking_json(batch.label);
  return written;
}

std::vector<http::Property> import_properties() {
  return {{"import", words("What the server names it.")},
          {"file", words()},
          {"source", words()},
          {"force", words()},
          {"layout", words()},
          {"legal_basis", words()},
          {"records", how_many("That the caller may see.")},
          {"imported_by", words()},
          {"imported", http::date_time()},
          {"is_undone", http::boolean()},
          marking_property()};
}

http::Schema report_schema() {
  const auto reject =
      http::object({{"row", http::whole_number()}, {"column", words()}, {"reason", words()}});
  return http::object(
      joined(import_properties(), {{"outcome", any_of<acquire::ImportOutcome>()},
                                   {"rejected", how_many("Rows that were not taken in.")},
                                   {"not_understood", many(words(), "Headers.")},
                                   {"dropped", many(words(), "Headers of cells not kept.")},
                                   {"rejects", many(reject, "The first of them.")}}));
}

Shown list(const App& app, const http::Request& request, const Exhibit& exhibit) {
  const auto page = page_of(request);
  const auto& evidence = exhibit.picture().evidence;
  std::map<std::pair<std::string, std::string>, std::size_t> records;
  for (const auto& record : evidence.records) {
    const auto& source = evidence.sources[record.source];
    ++records[{source.source, source.file_name}];
  }
  const auto batches = app.store.begin(store::Access::read_only)->batches(viewer_of(request));
  Shown shown{.subject = "imports", .label = {.tier = model::Tier::official}};
  Json imports = Json::array();
  for (std::size_t i = page.position; i < batches.size() && imports.size() < page.limit; ++i) {
    const auto& batch = batches[batches.size() - 1 - i];  // the latest first
    imports.push_back(
        json_of(batch, batch.withdrawn ? 0 : records[{batch.source, batch.file_name}]));
    shown.label = join(shown.label, batch.label);
  }
  shown.body = list_json("imports", std::move(imports), page, batches.size(), shown.label);
  return shown;
}

/// A file of a given name in a folder of its own, gone when it is let go.
class Upload {
 public:
  Upload(const http::RawRequest& request, const std::string& name) {
    auto pattern = (std::filesystem::temp_directory_path() / "raptor-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
      throw base::Error(base::Fault::unavailable, "no room for the file: look at the disk");
    folder_ = pattern;
    if (request.body_file.empty())
      std::ofstream(path(name), std::ios::binary) << request.body;
    else
      std::filesystem::create_hard_link(request.body_file, path(name));
    path_ = path(name);
  }
  ~Upload() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Upload(const Upload&) = delete;
  Upload& operator=(const Upload&) = delete;
  const std::filesystem::path& file() const { return path_; }

 private:
  std::filesystem::path path(const std::string& name) const {
    return folder_ / std::filesystem::path(name).filename();
  }
  std::filesystem::path folder_, path_;
};

// What is wrong with what a field holds (a file, a name) is told with the field.
template <class Act>
auto at_field(const char* field, Act act) {
  try {
    return act();
  } catch (const base::Error& error) {
    if (error.fault() != base::Fault::invalid) throw;
    throw http::FieldError({field, error.what()});
  }
}

// Told at each hundredth of the file.
acquire::OnProgress progress_of(const App& app, const http::Request& request,
                                const std::string& file) {
  return [&app, file, audience = session_key(request),
          told = std::size_t{0}](const acquire::ImportProgress& progress) mutable {
    const auto percent = 100 * progress.bytes_done / std::max<std::size_t>(progress.bytes_total, 1);
    if (percent <= told) return;
    told = percent;
    app.events.publish(
        audience, "import",
        {{"file", file}, {"rows", progress.rows}, {"share", static_cast<double>(percent) / 100}});
  };
}

http::Reply import_one(const App& app, const http::Request& request) {
  const auto text = [&](const char* name) {
    return request.parameters.contains(name) ? request.parameters[name].get<std::string>()
                                             : std::string();
  };
  const auto name = std::filesystem::path(text("file")).filename().string();
  if (name.empty() || name == "." || name == "..")
    throw http::FieldError({"file", "Give the file a name, as it was sent to you."});
  const Upload upload(request.raw, name);
  const auto report = at_field("", [&] {
    return acquire::import_file(app.store, viewer_of(request),
                                {.file = upload.file(),
                                 .source = text("source"),
                                 .force = text("force"),
                                 .layout = text("layout"),
                                 .legal_basis = {.basis = text("basis")},
                                 .threads = {1}},
                                progress_of(app, request, name), app.clock);
  });
  app.gallery.refresh();
  Json body = json_of(report.batch, static_cast<std::size_t>(report.batch.records));
  body["outcome"] = base::name_of(report.outcome);
  body["rejected"] = report.batch.rejected;
  body["not_understood"] = report.not_understood;
  body["dropped"] = report.dropped;
  body["rejects"] = Json::array();
  for (const auto& rejected : report.rejects) {
    auto& each = body["rejects"].emplace_back();
    each["row"] = rejected.row;
    each["column"] = rejected.column;
    each["reason"] = rejected.reason;
  }
  return json_reply(body, 201);
}

http::Reply undo(const App& app, const http::Request& request) {
  const auto batch = at_field("import", [&] {
    return acquire::undo_import(
        app.store, viewer_of(request),
        {.batch = request.parameters["import"], .reason = request.body["reason"]}, app.clock);
  });
  app.gallery.refresh();
  return json_reply(json_of(batch, 0));
}

http::Parameter query(const std::string& name, std::size_t min, const std::string& what,
                      http::Need need) {
  return {.name = name,
          .in = http::Parameter::In::query,
          .schema = http::text({.min = min, .max = 200}, what),
          .need = need};
}

}  // namespace

void add_import_routes(http::Router& router, const App& app) {
  router.add_component("Import", http::object(import_properties()));
  router.add({.method = http::Method::get,
              .pattern = "/api/imports",
              .operation = "list_imports",
              .summary = "The imports that the caller may see, the latest first.",
              .tags = {"records"},
              .callers = http::Callers::with("see_picture"),
              .parameters = page_parameters(),
              .reply = page_of("imports", http::refer_to("Import")),
              .handler = [&app](const http::Request& request) {
                return consult(app, request, "imports",
                               [&](const Exhibit& exhibit) { return list(app, request, exhibit); });
              }});
  router.add(
      {.method = http::Method::post,
       .pattern = "/api/imports",
       .operation = "import_file",
       .summary = "Takes in one file of a known layout, whole or not at all.",
       .tags = {"records"},
       .callers = http::Callers::with("import_files"),
       .parameters = {query("file", 1, "Its name.", http::Need::required),
                      query("source", 1, "The source system.", http::Need::required),
                      query("force", 0, "Whose data it is.", http::Need::optional),
                      query("layout", 0, "Its layout, if not to be recognised.",
                            http::Need::optional),
                      query("basis", 3, "Why it may be held.", http::Need::required)},
       .body_type = "application/octet-stream",
       .body_bytes_max = file_bytes_max,
       .reply = report_schema(),
       .success = 201,
       .is_write = true,
       .handler = [&app](const http::Request& request) { return import_one(app, request); }});
  router.add({.method = http::Method::post,
              .pattern = "/api/imports/{import}/undo",
              .operation = "undo_import",
              .summary = "Undoes an import whole, until the same file is imported again.",
              .tags = {"records"},
              .callers = http::Callers::with("import_files"),
              .parameters = {{.name = "import", .schema = http::text({.min = 6, .max = 64})}},
              .body = http::object({{"reason", http::text({.min = 3, .max = 2000})}}),
              .reply = http::refer_to("Import"),
              .is_write = true,
              .handler = [&app](const http::Request& request) { return undo(app, request); }});
}

}  // namespace api
