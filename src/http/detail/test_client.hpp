#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace http {

/// A caller over loopback that sends bytes as they are, right or wrong. What takes 30 s has failed.
class TestClient {
 public:
  explicit TestClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{.tv_sec = 30, .tv_usec = 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    is_connected_ =
        ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  ~TestClient() { ::close(socket_); }
  TestClient(const TestClient&) = delete;
  TestClient& operator=(const TestClient&) = delete;

  bool is_connected() const { return is_connected_; }

  void send(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;  // the server may have had enough
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }
  void end_sending() { ::shutdown(socket_, SHUT_WR); }

  /// Until these bytes have come; then all that came up to their end. Shorter if the server ends.
  std::string read_until(std::string_view bytes) {
    while (in_.find(bytes) == std::string::npos && read_some()) {
    }
    const auto end = in_.find(bytes);
    const auto taken = in_.substr(0, end == std::string::npos ? end : end + bytes.size());
    in_.erase(0, taken.size());
    return taken;
  }

  std::string read_to_end() {
    while (read_some()) {
    }
    return std::exchange(in_, {});
  }

  /// A reply with a length, head and body.
  std::string read_reply() {
    auto reply = read_until("\r\n\r\n");
    const auto length = reply.find("Content-Length: ");
    if (length == std::string::npos) return reply;
    const auto size = std::stoul(reply.substr(length + 16));
    while (in_.size() < size && read_some()) {
    }
    reply += in_.substr(0, size);
    in_.erase(0, size);
    return reply;
  }

 private:
  bool read_some() {
    std::array<char, 16 * 1024> room;
    const auto size = ::recv(socket_, room.data(), room.size(), 0);
    if (size <= 0) return false;
    in_.append(room.data(), static_cast<std::size_t>(size));
    return true;
  }

  int socket_;
  bool is_connected_ = false;
  std::string in_;
};

/// 200 of "HTTP/1.1 200 OK…"; 0 if it is no reply.
inline int status_of(std::string_view reply) {
  if (!reply.starts_with("HTTP/1.1 ") || reply.size() < 12) return 0;
  return std::stoi(std::string(reply.substr(9, 3)));
}

}  // namespace http
