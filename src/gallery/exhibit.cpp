#include "gallery/exhibit.hpp"

#include <algorithm>

#include "gallery/detail/add_part.hpp"
#include "gallery/search_material.hpp"

namespace gallery {

using detail::add_part;
using search::Passage;
using search::Subject;
using Digest = SharedSearch::Digest;

namespace {

void add_time(std::string& text, std::optional<base::Seconds> time) {
  add_part(text, time ? std::to_string(*time) : "-");
}

Digest digest_of(const std::string& text) {
  const auto whole = base::sha256(base::bytes_of(text));
  Digest digest;
  std::copy_n(whole.begin(), digest.size(), digest.begin());
  return digest;
}

// Of everything that search knows of it but its number.
Digest digest_of(const Subject& subject) {
  std::string text;
  add_part(text, subject.key);
  add_part(text, base::name_of(subject.noun));
  const auto begin_list = [&] { text += '|'; };
  for (const auto& name : subject.names) {
    add_part(text, name.written);
    add_part(text, name.given);
    add_part(text, name.family);
  }
  begin_list();
  for (const auto& birth : subject.births) add_part(text, to_string(birth));
  begin_list();
  for (const auto& identifier : subject.identifiers) {
    add_part(text, base::name_of(identifier.kind));
    add_part(text, identifier.canonical);
    add_part(text, identifier.written);
  }
  begin_list();
  for (const auto& place : subject.places) add_part(text, place);
  begin_list();
  for (const auto& force : subject.forces) add_part(text, force);
  begin_list();
  add_part(text, std::to_string(subject.records));
  add_time(text, subject.first);
  add_time(text, subject.last);
  add_part(text, subject.is_protected ? "protected" : "");
  return digest_of(text);
}

Digest digest_of(const Passage& passage) {
  std::string text;
  add_part(text, passage.key);
  add_part(text, passage.title);
  add_part(text, passage.text);
  add_part(text, passage.force);
  add_time(text, passage.when);
  return digest_of(text);
}

using Numbered = std::vector<std::pair<Digest, std::uint32_t>>;

const std::uint32_t* find(const Numbered& known, const Digest& digest) {
  const auto at = std::lower_bound(known.begin(), known.end(), std::pair(digest, 0U));
  return at != known.end() && at->first == digest ? &at->second : nullptr;
}

std::shared_ptr<const SharedSearch> share(const picture::Picture& picture,
                                          resolve::PhoneForms& phones, base::Threads threads) {
  auto shared = std::make_shared<SharedSearch>();
  const auto subjects = subjects_of(picture, phones);
  const auto passages = passages_of(picture);
  shared->index = search::Index::build(subjects, passages, threads);
  for (const auto& subject : subjects)
    shared->subjects.emplace_back(digest_of(subject), subject.id);
  for (const auto& passage : passages)
    shared->passages.emplace_back(digest_of(passage), passage.record);
  std::sort(shared->subjects.begin(), shared->subjects.end());
  std::sort(shared->passages.begin(), shared->passages.end());
  shared->subject_end = picture.entities.size();
  shared->record_end = picture.evidence.records.size();
  return shared;
}

// Leaves in `items` what the base has not, and marks what the base has besides.
template <class Item>
std::vector<bool> lay_over(std::vector<Item>& items, const Numbered& base, std::size_t end) {
  std::vector<bool> hidden(end, false);
  for (const auto& [digest, number] : base) hidden[number] = true;
  std::erase_if(items, [&](const Item& item) {
    const auto* number = find(base, digest_of(item));
    if (number != nullptr) hidden[*number] = false;
    return number != nullptr;
  });
  return hidden;
}

}  // namespace

Exhibit::Exhibit(picture::Picture picture, std::shared_ptr<const resolve::Model> model,
                 std::shared_ptr<const SharedSearch> shared, resolve::PhoneForms& phones,
                 base::Threads threads)
    : picture_(std::move(picture)),
      index_(picture_),
      model_(std::move(model)),
      shared_(std::move(shared)) {
  if (!shared_) {
    shared_ = share(picture_, phones, threads);
    return;
  }
  auto subjects = subjects_of(picture_, phones);
  auto passages = passages_of(picture_);
  hidden_subjects_ = lay_over(subjects, shared_->subjects, shared_->subject_end);
  hidden_records_ = lay_over(passages, shared_->passages, shared_->record_end);
  overlay_ = search::Index::build(subjects, passages, threads);
}

std::size_t Exhibit::memory_bytes() const {
  const auto& evidence = picture_.evidence;
  const auto bytes = [](const auto& list) { return list.capacity() * sizeof(list[0]); };
  return bytes(evidence.records) + bytes(evidence.mentions) + bytes(evidence.values) +
         bytes(evidence.links) + evidence.texts.size() * 48 + bytes(picture_.links.links) +
         bytes(picture_.links.sources) + bytes(picture_.links.incoming) + bytes(picture_.ties) +
         picture_.entities.size() * 16 + index_.memory_bytes() + overlay_.memory_bytes();
}

search::Layers Exhibit::layers() const {
  return {&shared_->index, &overlay_, &hidden_subjects_, &hidden_records_};
}

}  // namespace gallery
