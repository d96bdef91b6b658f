#include "audit/leaf.hpp"

#include <string>

namespace audit {

Hash leaf_of(std::uint64_t number, const Salt& salt, std::string_view payload) {
  std::string committed(salt.begin(), salt.end());
  committed += payload;
  const auto commitment = base::sha256(base::bytes_of(committed));
  std::string data;
  base::append_big_endian(data, number);
  data.append(commitment.begin(), commitment.end());
  return hash_of_leaf(data);
}

}  // namespace audit
