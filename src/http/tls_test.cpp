#include <array>
#include <filesystem>
#include <memory>
#include <string>

#include <doctest/doctest.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include "base/error.hpp"
#include "http/detail/example_site.hpp"
#include "http/server.hpp"

namespace {

template <class Type, void (*release)(Type*)>
struct Release {
  void operator()(Type* owned) const { release(owned); }
};
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY, EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Release<X509, X509_free>>;
using Context = std::unique_ptr<SSL_CTX, Release<SSL_CTX, SSL_CTX_free>>;
using Connection = std::unique_ptr<BIO, Release<BIO, BIO_free_all>>;

template <class Write>
void write_file(const std::string& path, Write write) {
  FILE* file = std::fopen(path.c_str(), "w");
  REQUIRE(file);
  write(file);
  std::fclose(file);
}

// A certificate that nobody vouches for, with its key, deleted at the end.
struct PemFiles {
  const std::string certificate = "tls_test_certificate.pem", key = "tls_test_key.pem";

  PemFiles() {
    const Key made(EVP_EC_gen("P-256"));
    const Certificate signed_by_itself(X509_new());
    auto* x509 = signed_by_itself.get();
    ASN1_INTEGER_set(X509_get_serialNumber(x509), 1);
    X509_gmtime_adj(X509_getm_notBefore(x509), 0);
    X509_gmtime_adj(X509_getm_notAfter(x509), 3600);
    X509_set_pubkey(x509, made.get());
    X509_NAME_add_entry_by_txt(X509_get_subject_name(x509), "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
    X509_set_issuer_name(x509, X509_get_subject_name(x509));
    X509_sign(x509, made.get(), EVP_sha256());
    write_file(certificate, [&](FILE* file) { PEM_write_X509(file, x509); });
    write_file(key, [&](FILE* file) {
      PEM_write_PrivateKey(file, made.get(), nullptr, nullptr, 0, nullptr, nullptr);
    });
  }
  ~PemFiles() {
    std::filesystem::remove(certificate);
    std::filesystem::remove(key);
  }
};

// All that comes back to these bytes; "" if the handshake fails.
std::string answer(std::uint16_t port, const std::string& bytes, int version) {
  const Context context(SSL_CTX_new(TLS_client_method()));
  // Level 0, or OpenSSL itself would not offer the old versions that the server must refuse.
  SSL_CTX_set_security_level(context.get(), 0);
  SSL_CTX_set_max_proto_version(context.get(), version);
  SSL_CTX_set_min_proto_version(context.get(), version);
  const Connection connection(BIO_new_ssl_connect(context.get()));
  BIO_set_conn_hostname(connection.get(), ("127.0.0.1:" + std::to_string(port)).c_str());
  if (BIO_do_connect(connection.get()) <= 0) return "";
  BIO_write(connection.get(), bytes.data(), static_cast<int>(bytes.size()));
  std::string answered;
  std::array<char, 4096> room;
  for (int size = 1; size > 0;) {
    size = BIO_read(connection.get(), room.data(), room.size());
    if (size > 0) answered.append(room.data(), static_cast<std::size_t>(size));
  }
  return answered;
}

}  // namespace

TEST_CASE("over TLS 1.2 and 1.3, and nothing older") {
  const PemFiles files;
  const auto router = http::example_router();
  http::Server server(router, http::example_site(),
                      {.certificate_file = files.certificate, .key_file = files.key});
  const std::string request =
      "GET /api/notes HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
  for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
    const auto reply = answer(server.port(), request, version);
    CHECK(reply.starts_with("HTTP/1.1 200 OK"));
    CHECK(reply.find("Strict-Transport-Security: max-age=31536000\r\n") != std::string::npos);
  }
  CHECK(answer(server.port(), request, TLS1_1_VERSION) == "");
}

TEST_CASE("a certificate that cannot be used is said") {
  const PemFiles files;
  const auto router = http::example_router();
  const auto start = [&](const std::string& certificate, const std::string& key) {
    http::Server(router, http::example_site(), {.certificate_file = certificate, .key_file = key});
  };
  CHECK_THROWS_WITH_AS(start("none.pem", files.key), doctest::Contains("the certificate"),
                       base::Error);
  CHECK_THROWS_WITH_AS(start(files.certificate, "none.pem"), doctest::Contains("the key"),
                       base::Error);
}
