#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/digest.hpp"

namespace audit {

/// A node of the hash tree of RFC 6962, section 2.1.
using Hash = base::Digest;

/// SHA-256(0x00 || data): a leaf of a log whose entries are plain data.
Hash hash_of_leaf(std::string_view data);
/// SHA-256(0x01 || left || right).
Hash hash_of_node(const Hash& left, const Hash& right);

/// How long a log was, and what it held.
struct TreeHead {
  std::uint64_t size = 0;
  Hash root{};
  auto operator<=>(const TreeHead&) const = default;
};

/// What is needed to append to a tree: the roots of its complete subtrees, the largest first; one
/// for each bit that is set in its size.
class Frontier {
 public:
  Frontier() = default;
  /// A frontier as `subtrees` gave it; it must have one subtree for each bit of size.
  Frontier(std::uint64_t size, std::vector<Hash> subtrees);

  void append(const Hash& leaf);
  std::uint64_t size() const { return size_; }
  std::span<const Hash> subtrees() const { return subtrees_; }
  /// SHA-256 of nothing for an empty tree.
  Hash root() const;
  TreeHead head() const { return {size_, root()}; }

 private:
  std::uint64_t size_ = 0;
  std::vector<Hash> subtrees_;
};

Hash root_of(std::span<const Hash> leaves);

/// The audit path of one leaf (RFC 6962, 2.1.1), nearest first. index < leaves.size().
std::vector<Hash> inclusion_proof(std::span<const Hash> leaves, std::uint64_t index);
/// Whether that leaf stands at that place of the tree with that head (RFC 9162, 2.1.3.2).
bool proves_inclusion(std::span<const Hash> proof, const Hash& leaf, std::uint64_t index,
                      const TreeHead& head);

/// That the first `old_size` leaves were the whole tree once (RFC 6962, 2.1.2). old_size <=
/// leaves.size(); empty if it is 0 or all of them.
std::vector<Hash> consistency_proof(std::span<const Hash> leaves, std::uint64_t old_size);
/// Whether the newer tree is the older one with leaves added (RFC 9162, 2.1.4.2).
bool proves_consistency(std::span<const Hash> proof, const TreeHead& older, const TreeHead& newer);

}  // namespace audit
