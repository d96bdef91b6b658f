#include "audit/tree.hpp"

#include <string>

#include <doctest/doctest.h>

using audit::Hash;
using audit::TreeHead;

namespace {

// The reference vectors of Certificate Transparency (merkletree_test.cc).
const std::vector<std::string> inputs = {
    std::string(),
    std::string(1, '\x00'),
    "\x10",
    "\x20\x21",
    "\x30\x31",
    "\x40\x41\x42\x43",
    "\x50\x51\x52\x53\x54\x55\x56\x57",
    "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f"};
const char* const roots[] = {"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                             "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                             "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                             "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                             "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                             "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                             "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                             "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                             "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

std::vector<Hash> first_leaves(std::size_t count) {
  std::vector<Hash> leaves;
  for (std::size_t i = 0; i < count; ++i) {
    leaves.push_back(audit::hash_of_leaf(i < inputs.size() ? inputs[i] : std::to_string(i)));
  }
  return leaves;
}

TreeHead head_of(std::span<const Hash> leaves) { return {leaves.size(), audit::root_of(leaves)}; }

Hash flipped(Hash hash, std::size_t bit) {
  hash[bit / 8] = static_cast<std::uint8_t>(hash[bit / 8] ^ (1U << (bit % 8)));
  return hash;
}

}  // namespace

TEST_CASE("the roots of RFC 6962's reference trees") {
  for (std::size_t size = 0; size <= inputs.size(); ++size) {
    CHECK(base::to_hex(audit::root_of(first_leaves(size))) == roots[size]);
  }
}

TEST_CASE("an audit path and a consistency proof of the reference tree") {
  const auto leaves = first_leaves(8);
  const auto path = audit::inclusion_proof(leaves, 5);
  REQUIRE(path.size() == 3);
  CHECK(base::to_hex(path[0]) ==
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
  CHECK(base::to_hex(path[1]) ==
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0");
  CHECK(base::to_hex(path[2]) == roots[4]);
  const auto grown = audit::consistency_proof(leaves, 6);
  REQUIRE(grown.size() == 3);
  CHECK(base::to_hex(grown[0]) ==
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a");
  CHECK(base::to_hex(grown[1]) == base::to_hex(path[1]));
  CHECK(base::to_hex(grown[2]) == roots[4]);
}

TEST_CASE("a frontier grows into the same tree, stopped and resumed anywhere") {
  const auto leaves = first_leaves(70);
  audit::Frontier frontier;
  for (std::size_t size = 0; size < leaves.size(); ++size) {
    CHECK(frontier.head() == head_of(std::span(leaves).first(size)));
    const auto subtrees = frontier.subtrees();
    frontier = audit::Frontier(frontier.size(), {subtrees.begin(), subtrees.end()});
    frontier.append(leaves[size]);
  }
}

TEST_CASE("every leaf of every tree is proved, at its own place only") {
  for (std::size_t size = 1; size <= 33; ++size) {
    const auto leaves = first_leaves(size);
    const auto head = head_of(leaves);
    for (std::size_t at = 0; at < size; ++at) {
      const auto proof = audit::inclusion_proof(leaves, at);
      CHECK(proves_inclusion(proof, leaves[at], at, head));
      for (std::size_t other = 0; other <= size; ++other) {
        if (other != at) CHECK_FALSE(proves_inclusion(proof, leaves[at], other, head));
      }
      CHECK_FALSE(proves_inclusion(proof, flipped(leaves[at], at), at, head));
      if (proof.empty()) continue;
      CHECK_FALSE(proves_inclusion(std::span(proof).subspan(1), leaves[at], at, head));
      auto longer = proof;
      longer.push_back(leaves[0]);
      CHECK_FALSE(proves_inclusion(longer, leaves[at], at, head));
    }
  }
}

TEST_CASE("every growth is proved, and no rewriting") {
  const auto leaves = first_leaves(33);
  for (std::size_t newer = 0; newer <= leaves.size(); ++newer) {
    const auto now = std::span(leaves).first(newer);
    for (std::size_t older = 0; older <= newer; ++older) {
      const auto before = head_of(now.first(older));
      const auto proof = audit::consistency_proof(now, older);
      CHECK(proves_consistency(proof, before, head_of(now)));
      const TreeHead forged{before.size, flipped(before.root, newer)};
      CHECK_FALSE(proves_consistency(proof, forged, head_of(now)));
      if (older == 0) continue;  // whatever there is has grown from nothing
      CHECK_FALSE(proves_consistency(proof, before, {newer, flipped(head_of(now).root, older)}));
      for (std::size_t at = 0; at < proof.size(); ++at) {
        auto broken = proof;
        broken[at] = flipped(broken[at], older);
        CHECK_FALSE(proves_consistency(broken, before, head_of(now)));
      }
    }
  }
  CHECK_FALSE(proves_consistency({}, head_of(leaves), head_of(std::span(leaves).first(3))));
}
