#pragma once

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "network/graph.hpp"

namespace network {

/// For tests: a graph one can see. "a-b b-c:2.5" is two ties, the second of weight 2.5; nodes are
/// letters from a, and there are as many as the highest letter says.
struct Drawing {
  std::vector<Tie> ties;
  std::size_t node_count = 0;
};

inline Node drawn_node(char letter) { return static_cast<Node>(letter - 'a'); }

inline Drawing drawing(std::string_view text) {
  Drawing drawing;
  for (auto word : base::split(text, ' ')) {
    if (word.empty()) continue;
    const Node source = drawn_node(word.front());
    drawing.node_count = std::max<std::size_t>(drawing.node_count, source + 1);
    if (word.size() < 3) continue;
    const Node target = drawn_node(word[2]);
    const double weight = word.size() > 4 ? std::atof(std::string(word.substr(4)).c_str()) : 1;
    drawing.ties.push_back({source, target, weight});
    drawing.node_count = std::max<std::size_t>(drawing.node_count, target + 1);
  }
  return drawing;
}

inline Graph drawn(std::string_view text) {
  const auto drawing = network::drawing(text);
  return Graph::undirected(drawing.node_count, drawing.ties);
}

inline Graph drawn_with_arrows(std::string_view text) {
  const auto drawing = network::drawing(text);
  return Graph::directed(drawing.node_count, drawing.ties);
}

inline std::string letters(const std::vector<Node>& nodes) {
  std::string text;
  for (Node node : nodes) text += static_cast<char>('a' + node);
  return text;
}

/// Groups as words: "abc de".
inline std::string letters(const std::vector<std::vector<Node>>& groups) {
  std::string text;
  for (const auto& group : groups) text += (text.empty() ? "" : " ") + letters(group);
  return text;
}

}  // namespace network
