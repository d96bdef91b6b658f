#include "audit/tree.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

#include "base/error.hpp"

namespace audit {

namespace {

/// The largest power of two below size, which is at least 2: where RFC 6962 splits a tree.
std::uint64_t split_of(std::uint64_t size) { return std::bit_floor(size - 1); }

void collect_path(std::span<const Hash> leaves, std::uint64_t index, std::vector<Hash>& path) {
  if (leaves.size() == 1) return;
  const auto split = split_of(leaves.size());
  const auto left = leaves.first(split), right = leaves.subspan(split);
  if (index < split) {
    collect_path(left, index, path);
    path.push_back(root_of(right));
  } else {
    collect_path(right, index - split, path);
    path.push_back(root_of(left));
  }
}

/// SUBPROOF of RFC 6962, 2.1.2; is_whole_old: this subtree is the old tree itself.
void collect_consistency(std::span<const Hash> leaves, std::uint64_t old_size, bool is_whole_old,
                         std::vector<Hash>& proof) {
  if (old_size == leaves.size()) {
    if (!is_whole_old) proof.push_back(root_of(leaves));
    return;
  }
  const auto split = split_of(leaves.size());
  const auto left = leaves.first(split), right = leaves.subspan(split);
  if (old_size <= split) {
    collect_consistency(left, old_size, is_whole_old, proof);
    proof.push_back(root_of(right));
  } else {
    collect_consistency(right, old_size - split, false, proof);
    proof.push_back(root_of(left));
  }
}

/// The walk that both verifications share: from a node up to the root, the way that a path leads.
struct Climb {
  std::uint64_t node, last;

  bool is_right_child() const { return node % 2 == 1 || node == last; }
  void skip_levels_without_sibling() {
    while (node % 2 == 0 && node != 0) up();
  }
  void up() {
    node >>= 1U;
    last >>= 1U;
  }
};

}  // namespace

Hash hash_of_leaf(std::string_view data) {
  std::string bytes(1, '\0');
  bytes += data;
  return base::sha256(base::bytes_of(bytes));
}

Hash hash_of_node(const Hash& left, const Hash& right) {
  std::array<std::uint8_t, 65> bytes{1};
  std::copy(left.begin(), left.end(), bytes.begin() + 1);
  std::copy(right.begin(), right.end(), bytes.begin() + 33);
  return base::sha256(bytes);
}

Frontier::Frontier(std::uint64_t size, std::vector<Hash> subtrees)
    : size_(size), subtrees_(std::move(subtrees)) {
  base::expect(static_cast<std::size_t>(std::popcount(size)) == subtrees_.size(),
               "one subtree for each bit of a tree's size");
}

void Frontier::append(const Hash& leaf) {
  Hash merged = leaf;
  for (auto carry = size_; carry % 2 == 1; carry >>= 1U) {
    merged = hash_of_node(subtrees_.back(), merged);
    subtrees_.pop_back();
  }
  subtrees_.push_back(merged);
  ++size_;
}

Hash Frontier::root() const {
  if (subtrees_.empty()) return base::sha256({});
  Hash root = subtrees_.back();
  for (auto left = subtrees_.rbegin() + 1; left != subtrees_.rend(); ++left) {
    root = hash_of_node(*left, root);
  }
  return root;
}

Hash root_of(std::span<const Hash> leaves) {
  Frontier frontier;
  for (const auto& leaf : leaves) frontier.append(leaf);
  return frontier.root();
}

std::vector<Hash> inclusion_proof(std::span<const Hash> leaves, std::uint64_t index) {
  base::expect(index < leaves.size(), "a leaf of the tree");
  std::vector<Hash> path;
  collect_path(leaves, index, path);
  return path;
}

bool proves_inclusion(std::span<const Hash> proof, const Hash& leaf, std::uint64_t index,
                      const TreeHead& head) {
  if (index >= head.size) return false;
  Climb climb{index, head.size - 1};
  Hash hash = leaf;
  for (const auto& sibling : proof) {
    if (climb.last == 0) return false;
    if (climb.is_right_child()) {
      hash = hash_of_node(sibling, hash);
      climb.skip_levels_without_sibling();
    } else {
      hash = hash_of_node(hash, sibling);
    }
    climb.up();
  }
  return climb.last == 0 && hash == head.root;
}

std::vector<Hash> consistency_proof(std::span<const Hash> leaves, std::uint64_t old_size) {
  base::expect(old_size <= leaves.size(), "an older tree no longer than the newer");
  std::vector<Hash> proof;
  if (old_size > 0) collect_consistency(leaves, old_size, true, proof);
  return proof;
}

bool proves_consistency(std::span<const Hash> proof, const TreeHead& older, const TreeHead& newer) {
  if (older.size > newer.size) return false;
  if (older.size == newer.size) return proof.empty() && older.root == newer.root;
  if (older.size == 0) return proof.empty() && older.root == base::sha256({});
  // A complete old tree is a node of the new one: the proof leaves it out.
  std::optional<Hash> start;
  if (std::has_single_bit(older.size)) start = older.root;
  if (!start && proof.empty()) return false;
  const auto rest = start ? proof : proof.subspan(1);
  Hash old_hash = start ? *start : proof.front(), new_hash = old_hash;
  Climb climb{older.size - 1, newer.size - 1};
  while (climb.node % 2 == 1) climb.up();
  for (const auto& sibling : rest) {
    if (climb.last == 0) return false;
    if (climb.is_right_child()) {
      old_hash = hash_of_node(sibling, old_hash);
      new_hash = hash_of_node(sibling, new_hash);
      climb.skip_levels_without_sibling();
    } else {
      new_hash = hash_of_node(new_hash, sibling);
    }
    climb.up();
  }
  return climb.last == 0 && old_hash == older.root && new_hash == newer.root;
}

}  // namespace audit
