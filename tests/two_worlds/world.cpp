#include "two_worlds/world.hpp"

#include <algorithm>
#include <cstdio>

#include <unistd.h>

#include "api/account_routes.hpp"
#include "api/routes.hpp"
#include "base/csv.hpp"
#include "layout/layout.hpp"
#include "store/reference.hpp"
#include "store/sqlite_store.hpp"

namespace two_worlds {

namespace {

const layout::Layout& layout_named(const std::string& name) {
  static const auto shipped = layout::shipped_layouts();
  return *std::find_if(shipped.begin(), shipped.end(),
                       [&](const auto& each) { return each.name == name; });
}

/// Keeps nothing: what the log says is for the routes of the audit, which are exempt.
class NoLog final : public store::ConsultationLog {
 public:
  void log(const model::AuditEntry&) override {}
  audit::TreeHead head() override { return {}; }
  std::vector<audit::Hash> leaves() override { return {}; }
  std::vector<store::NumberedEntry> entries(const access::Viewer&, std::uint64_t,
                                            std::uint64_t) override {
    return {};
  }
};

std::string joined(const std::vector<std::string>& cells) {
  std::string text;
  for (std::size_t i = 0; i < cells.size(); ++i)
    text += (i == 0 ? "" : std::string(1, model::cell_separator)) + cells[i];
  return text;
}

std::filesystem::path new_folder() {
  static int made = 0;
  return std::filesystem::temp_directory_path() /
         ("raptor_world_" + std::to_string(::getpid()) + "_" + std::to_string(++made));
}

}  // namespace

World::World(const Plan& plan, const std::optional<access::Viewer>& without)
    : folder_(new_folder()),
      now_(base::midnight({2026, 11, 22}) + 36'000),
      log_(std::make_unique<NoLog>()) {
  store_ = store::open_sqlite(folder_, {.random = [](std::span<std::uint8_t> bytes) {
                                std::fill(bytes.begin(), bytes.end(), std::uint8_t{7});
                              }});
  fill(plan, without);
  correct(plan, without);
  note(plan, without);
  gallery_ = std::make_unique<gallery::Gallery>(
      *store_, gallery::Gallery::Settings{
                   .threads = {1}, .clock = [this] { return now_; }, .in_step = true});
  past_ = std::make_unique<gallery::PastPictures>(
      *store_, gallery::PastPictures::Settings{.threads = {1}, .clock = [this] { return now_; }});
  app_ = std::make_unique<api::App>(
      api::App{*store_, *log_, *gallery_, *past_, events_, [this] { return now_; }});
  api::add_all_routes(router_, *app_);
  accounts_ = std::make_unique<accounts::Accounts>(
      *store_, accounts::Settings{.cost = {.passes = 1, .memory_bytes = 8192}},
      [](std::span<std::uint8_t> bytes) { std::fill(bytes.begin(), bytes.end(), 9); });
  const api::SessionSite sessions{*accounts_, [this] { return now_; }};
  api::add_session_routes(router_, sessions);
  api::add_account_routes(router_, sessions);
  site_.checks_replies = true;
  site_.report = [](const http::RawRequest& request, std::string_view what) {
    std::printf("REPORT of %s %s: %.*s\n", request.method.c_str(), request.target.c_str(),
                static_cast<int>(what.size()), what.data());
  };
  site_.identify = [this](const http::RawRequest&) -> std::optional<http::Principal> {
    accounts::SignedIn signed_in{};
    signed_in.viewer = *asking_;
    return http::Principal{
        .user = asking_->name,
        .display_name = asking_->name,
        .session = asking_->name,
        .permissions = {"see_picture", "search", "decide", "import_files", "see_audit"},
        .data = std::make_shared<const accounts::SignedIn>(std::move(signed_in))};
  };
}

World::~World() {
  accounts_.reset();
  past_.reset();
  gallery_.reset();
  store_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void World::fill(const Plan& plan, const std::optional<access::Viewer>& without) {
  const auto transaction = store_->begin(store::Access::read_write);
  for (std::size_t f = 0; f < plan.files.size(); ++f) {
    const auto& file = plan.files[f];
    const auto& layout = layout_named(file.layout);
    const auto batch =
        transaction->save({.source = file.layout,
                           .force = f % 2 == 0 ? "North" : "South",
                           .layout = layout.name,
                           .layout_version = layout.version,
                           .layout_text = layout.text,
                           .file_name = file.layout + ".csv",
                           .file_sha256 = std::string(63, '0') + std::to_string(f),
                           .header = file.header,
                           .legal_basis = {.basis = "policing purpose"},
                           .imported_by = "test"},
                          {.actor = "test", .operation = model::Operation::collection});
    std::vector<model::Record> records;
    for (std::size_t i = 0; i < file.rows.size(); ++i) {
      const auto& row = file.rows[i];
      if (without && !access::may_see(*without, row.label)) continue;
      records.push_back(
          {.row = static_cast<std::int64_t>(i) + 2,
           .cells = joined(row.cells),
           .label = transaction->label_id(row.label),
           .happened = base::midnight({2026, 3, 1}) + static_cast<base::Seconds>(i % 90) * 86400});
    }
    transaction->append(batch, records);
    transaction->finish_batch(batch, static_cast<std::int64_t>(records.size()), 0);
  }
  transaction->commit();
}

// A note, and a view, on whom each of the first rows speaks of; on the network of the same.
void World::note(const Plan& plan, const std::optional<access::Viewer>& without) {
  const auto writing = store_->begin(store::Access::read_write);
  const auto batch = writing->batches(plan.entitled).front();
  const auto& rows = plan.files.front().rows;
  for (std::size_t i = 0; i < std::min<std::size_t>(rows.size(), 8); ++i) {
    const auto row = static_cast<std::int64_t>(i) + 2;
    const auto of = store::reference_of(store_->installation_key(), batch, rows[i].label, row);
    for (auto subject : {model::Subject::entity, model::Subject::network}) {
      model::Jotting jotting{.subject = subject,
                             .about = to_string(of) + "-person",
                             .text = "noted by " + model::to_key(rows[i].label),
                             .author = "colleague",
                             .written = now_ - 86'400,
                             .label = join(rows[i].label, plan.corrections[i % 6].label)};
      if (i % 2 == 1 && subject == model::Subject::network) {
        jotting.kind = model::JottingKind::view;
        jotting.title = jotting.text;
        jotting.text = R"({"nodes":[{"entity":")" + jotting.about +
                       R"(","x":1,"y":2}],"filters":{"kinds":[],"strengths":[],"sayings":[]}})";
      }
      if (without && !access::may_see(*without, jotting.label)) continue;
      jotting.name = store::reference_of(store_->installation_key(), jotting);
      jotting.name.bytes[0] =
          static_cast<std::uint8_t>(2 * i + (subject == model::Subject::entity));
      writing->save(jotting, {.actor = "colleague", .operation = model::Operation::collection});
    }
  }
  writing->commit();
}

void World::correct(const Plan& plan, const std::optional<access::Viewer>& without) {
  const auto writing = store_->begin(store::Access::read_write);
  const auto batch = writing->batches(plan.entitled).front();
  const auto& file = plan.files.front();
  const auto surname = std::find(file.header.begin(), file.header.end(), "Surname");
  for (const auto& each : plan.corrections) {
    if (without && !access::may_see(*without, each.label)) continue;
    const auto& row = file.rows[each.row];
    const auto reference = store::reference_of(store_->installation_key(), batch, row.label,
                                               static_cast<std::int64_t>(each.row) + 2);
    const auto remedy = each.becomes.empty() ? model::Remedy::ignore : model::Remedy::replace;
    const model::ReadValue value{
        {reference, "person"},
        model::Attribute::family_name,
        row.cells[static_cast<std::size_t>(surname - file.header.begin())]};
    writing->save(model::Correction{.value = value,
                                    .remedy = remedy,
                                    .becomes = each.becomes,
                                    .decided_by = "colleague",
                                    .reason = "misheard by " + model::to_key(each.label),
                                    .decided = now_ - 86'400,
                                    .label = each.label},
                  {.actor = "colleague", .operation = model::Operation::alteration});
  }
  writing->commit();
}

http::Reply World::ask(const access::Viewer& viewer, const http::RawRequest& request) {
  asking_ = &viewer;
  if (viewer.name == "reader") now_ += 1;  // others' questions take no time
  return http::dispatch(router_, site_, request);
}

std::string bytes_of(const http::Reply& reply) {
  std::string text = std::to_string(reply.status) + "\n";
  for (const auto& header : reply.headers) text += header.name + ": " + header.value + "\n";
  text += "\n";
  text += reply.content();
  std::string chunk;
  while (reply.stream && reply.stream(chunk)) text += chunk;
  return text;
}

}  // namespace two_worlds
