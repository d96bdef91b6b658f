#include "search/detail/codes.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "base/text.hpp"

namespace search::detail {

namespace {

constexpr std::size_t form_bytes_max = 80;

std::string with_kind(IdentifierKind kind, std::string_view form) {
  std::string word(1, static_cast<char>('a' + static_cast<int>(kind)));
  return word += form.substr(0, form_bytes_max);
}

}  // namespace

std::string form_of(IdentifierKind kind, std::string_view canonical) {
  const bool each_character_tells = kind == IdentifierKind::email || kind == IdentifierKind::handle;
  if (each_character_tells) return base::to_lower_ascii(base::trim(canonical));
  return base::fold_tight(canonical);
}

std::optional<Word> Codes::find(IdentifierKind kind, std::string_view form) const {
  return form.empty() ? std::nullopt : words_.find(with_kind(kind, form));
}

std::vector<Word> Codes::fitting(IdentifierKind kind, std::string_view pattern) const {
  return words_.fitting(with_kind(kind, pattern));
}

std::size_t Codes::memory_bytes() const {
  return words_.memory_bytes() + 4 * starts_.capacity() + sizeof(Holder) * holders_.capacity() +
         codes_of_row_.memory_bytes() + texts_.capacity();
}

std::string_view Codes::written_by(Row row, Word code) const {
  const auto all = holders(code);
  const auto found = std::lower_bound(all.begin(), all.end(), row,
                                      [](const Holder& a, Row other) { return a.row < other; });
  return found == all.end() || found->row != row ? "" : texts_.data() + found->written;
}

void CodesBuilder::add(Row row, const Identifier& identifier) {
  const auto form = form_of(identifier.kind, identifier.canonical);
  if (form.empty()) return;
  const auto& shown = identifier.written.empty() ? identifier.canonical : identifier.written;
  std::string written(std::string_view(shown).substr(0, form_bytes_max));
  std::replace(written.begin(), written.end(), '\0', ' ');
  held_.push_back({words_.intern(with_kind(identifier.kind, form)), row, written_.intern(written)});
}

Codes CodesBuilder::finish(std::size_t rows) && {
  Codes codes;
  std::vector<Word> place;
  codes.words_ = Words(words_, nullptr, place);
  std::vector<std::uint32_t> offset(written_.size());
  for (std::uint32_t i = 0; i < written_.size(); ++i) {
    offset[i] = static_cast<std::uint32_t>(codes.texts_.size());
    codes.texts_ += written_[i];
    codes.texts_ += '\0';
  }
  codes.texts_.shrink_to_fit();
  // Of several spellings in one subject's records the first by alphabet is shown.
  const auto in_order = [&](const Held& held) {
    return std::tuple(held.code, held.row, written_[held.written]);
  };
  for (auto& held : held_) held.code = place[held.code];
  std::sort(held_.begin(), held_.end(),
            [&](const Held& a, const Held& b) { return in_order(a) < in_order(b); });
  codes.starts_.assign(codes.words_.size() + 1, 0);
  codes.holders_.reserve(held_.size());
  const Held* before = nullptr;
  std::vector<std::uint64_t> by_row;
  for (const auto& held : held_) {
    if (before != nullptr && before->code == held.code && before->row == held.row) continue;
    before = &held;
    ++codes.starts_[held.code + 1];
    by_row.push_back(pair_of(held.row, held.code));
    codes.holders_.push_back({held.row, offset[held.written]});
  }
  std::partial_sum(codes.starts_.begin(), codes.starts_.end(), codes.starts_.begin());
  codes.codes_of_row_ = lists_of(std::move(by_row), rows);
  return codes;
}

}  // namespace search::detail
