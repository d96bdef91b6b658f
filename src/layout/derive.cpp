#include "layout/derive.hpp"

#include <vector>

#include "layout/detail/row.hpp"
#include "model/record.hpp"

namespace layout {

namespace {

struct Range {
  std::uint32_t begin, end;
};

class Derivation {
 public:
  Derivation(const Row& row, std::uint32_t record, model::Evidence& evidence)
      : row_(row), record_(record), evidence_(evidence) {}

  Range add_mentions(const MentionRule& rule) {
    const auto begin = mention_count();
    if (!rule.each) {
      add_mention(row_, rule, rule.slot);
      return {begin, mention_count()};
    }
    std::size_t number = 0;
    Row::for_each_piece(row_.cell(*rule.each), rule.each_split, [&](auto piece) {
      add_mention(row_.with_piece(*rule.each, piece), rule,
                  rule.slot + "." + std::to_string(++number));
    });
    return {begin, mention_count()};
  }

  void add_links(const LinkRule& rule, const std::vector<Range>& mentions) {
    const auto from = mentions[rule.from], to = mentions[rule.to];
    if (from.begin == from.end || to.begin == to.end || !row_.holds(rule.when)) return;
    const auto role = role_of(rule);
    if (!role) return;
    model::MentionLink link{
        .from = 0, .to = 0, .role = *role, .strength = strength_of(rule), .time = time_of(rule)};
    for (link.from = from.begin; link.from < from.end; ++link.from) {
      link.to = rule.from == rule.to ? link.from + 1 : to.begin;
      for (; link.to < to.end; ++link.to) evidence_.links.push_back(link);
    }
  }

 private:
  std::uint32_t mention_count() const {
    return static_cast<std::uint32_t>(evidence_.mentions.size());
  }

  void add_mention(const Row& row, const MentionRule& rule, std::string_view slot) {
    if (!row.is_present(rule)) return;
    const auto first = static_cast<std::uint32_t>(evidence_.values.size());
    for (const auto& attribute : rule.attributes) add_values(row, attribute);
    const auto count = static_cast<std::uint32_t>(evidence_.values.size()) - first;
    evidence_.mentions.push_back({rule.noun, record_, first, count, evidence_.texts.intern(slot)});
  }

  void add_values(const Row& row, const AttributeRule& rule) {
    const auto form = form_of(rule.attribute);
    row.for_each_text(rule.source, scratch_, [&](std::string_view text) {
      if (form != Form::text) {
        if (!canonical(form, text, row.reading().layout.date_order, canonical_)) return;
        text = canonical_;
      }
      evidence_.values.push_back({rule.attribute, evidence_.texts.intern(text)});
    });
  }

  std::optional<model::LinkRole> role_of(const LinkRule& rule) const {
    if (rule.role) return rule.role;
    const auto text = row_.cell(*rule.role_column);
    for (const auto& [value, role] : rule.roles) {
      if (equals_lower(text, value)) return role;
    }
    return {};
  }

  float strength_of(const LinkRule& rule) const {
    if (!rule.strength) return 1;
    return static_cast<float>(number_of(row_.cell(*rule.strength)).value_or(1));
  }

  std::optional<base::Seconds> time_of(const LinkRule& rule) {
    const auto text = row_.joined(rule.time, scratch_);
    if (text.empty()) return {};
    return layout::time_of(text, row_.reading().layout.date_order);
  }

  const Row& row_;
  std::uint32_t record_;
  model::Evidence& evidence_;
  std::string scratch_, canonical_;
};

}  // namespace

void derive(const Reading& reading, std::span<const std::string_view> cells, std::uint32_t record,
            model::Evidence& evidence) {
  const Row row(reading, cells);
  Derivation derivation(row, record, evidence);
  std::vector<Range> mentions;
  mentions.reserve(reading.layout.mentions.size());
  for (const auto& rule : reading.layout.mentions)
    mentions.push_back(derivation.add_mentions(rule));
  for (const auto& rule : reading.layout.links) derivation.add_links(rule, mentions);
}

void split_cells(std::string_view joined, std::vector<std::string_view>& cells) {
  cells.clear();
  for (;;) {
    const auto end = joined.find(model::cell_separator);
    cells.push_back(joined.substr(0, end));
    if (end == std::string_view::npos) return;
    joined.remove_prefix(end + 1);
  }
}

}  // namespace layout
