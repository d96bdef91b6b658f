#include "base/digest.hpp"

#include <doctest/doctest.h>

using base::bytes_of;
using base::to_hex;

TEST_CASE("SHA-256 of FIPS 180-4's examples") {
  CHECK(to_hex(base::sha256({})) ==
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(to_hex(base::sha256(bytes_of("abc"))) ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("HMAC of RFC 4231's test cases 2 and 6") {
  CHECK(to_hex(base::hmac_sha256(bytes_of("Jefe"), bytes_of("what do ya want for nothing?"))) ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  const std::string long_key(131, '\xaa');
  CHECK(to_hex(base::hmac_sha256(
            bytes_of(long_key),
            bytes_of("Test Using Larger Than Block-Size Key - Hash Key First"))) ==
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST_CASE("hexadecimal digits and back") {
  const auto digest = base::sha256(bytes_of("abc"));
  CHECK(base::digest_of_hex(to_hex(digest)) == digest);
  CHECK_FALSE(base::digest_of_hex("ba78"));
  CHECK_FALSE(base::digest_of_hex(std::string(64, 'G')));
  CHECK_FALSE(base::digest_of_hex(std::string(64, 'A')));
}

TEST_CASE("framed lists do not run into one another") {
  std::string left, right;
  for (const char* text : {"a", "bc"}) base::append_framed(left, text);
  for (const char* text : {"ab", "c"}) base::append_framed(right, text);
  CHECK(left != right);
}
