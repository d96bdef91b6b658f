// An open-loop load on a running server: requests are due at a fixed rate whether or not earlier
// ones were answered, and a latency counts from when the request was due.
//
//   serve_bench HOST PORT ACCOUNTS.csv --rate 50 --seconds 60 [--slow 200]
//
// ACCOUNTS.csv has a line `user,password` for each analyst. Each has one connection.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <fstream>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <nlohmann/json.hpp>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;
using Json = nlohmann::json;

struct Arguments {
  std::string host = "127.0.0.1";
  std::uint16_t port = 8080;
  std::string accounts;
  double rate = 50;
  int seconds = 60, slow = 0;
};

int connect_to(const Arguments& arguments) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(arguments.port);
  ::inet_pton(AF_INET, arguments.host.c_str(), &address.sin_addr);
  if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    ::close(socket);
    return -1;
  }
  const int on = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return socket;
}

struct Answer {
  int status = 0;
  std::string head, body;
};

/// One analyst's connection; opened again when the server closed it.
class Connection {
 public:
  explicit Connection(const Arguments& arguments) : arguments_(arguments) {}
  ~Connection() {
    if (socket_ >= 0) ::close(socket_);
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  Answer ask(const std::string& method, const std::string& target, const std::string& body) {
    std::string request = method + " " + target + " HTTP/1.1\r\nHost: " + arguments_.host + ":" +
                          std::to_string(arguments_.port) + "\r\n";
    if (!cookie_.empty()) request += "Cookie: " + cookie_ + "\r\n";
    if (!body.empty()) {
      request +=
          "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
          "\r\n";
    }
    request += "\r\n" + body;
    for (int attempt = 0; attempt < 2; ++attempt) {
      if (socket_ < 0) socket_ = connect_to(arguments_);
      if (socket_ < 0) return {};
      auto answer = send(request);
      if (answer.status != 0) return answer;
      ::close(socket_);
      socket_ = -1;
    }
    return {};
  }

  bool sign_in(const std::string& user, const std::string& password) {
    const auto answer =
        ask("POST", "/api/session", Json{{"user", user}, {"password", password}}.dump());
    const auto at = answer.head.find("et-cookie: ");
    const auto at2 = answer.head.find("et-Cookie: ");
    const auto begin = std::min(at, at2);
    if (answer.status / 100 != 2 || begin == std::string::npos) return false;
    const auto end = answer.head.find_first_of(";\r", begin);
    cookie_ = answer.head.substr(begin + 11, end - begin - 11);
    return true;
  }

 private:
  Answer send(const std::string& request) const {
    if (::send(socket_, request.data(), request.size(), MSG_NOSIGNAL) !=
        static_cast<ssize_t>(request.size()))
      return {};
    std::string text;
    char buffer[65536];
    std::size_t head_end = std::string::npos, length = 0;
    while (true) {
      const auto got = ::recv(socket_, buffer, sizeof buffer, 0);
      if (got <= 0) return {};
      text.append(buffer, static_cast<std::size_t>(got));
      if (head_end == std::string::npos) {
        head_end = text.find("\r\n\r\n");
        if (head_end == std::string::npos) continue;
        auto at = text.find("ontent-Length: ");
        if (at == std::string::npos) at = text.find("ontent-length: ");
        if (at != std::string::npos && at < head_end)
          length = std::strtoul(text.c_str() + at + 15, nullptr, 10);
      }
      if (text.size() >= head_end + 4 + length) break;
    }
    return {std::atoi(text.c_str() + 9), text.substr(0, head_end), text.substr(head_end + 4)};
  }

  const Arguments& arguments_;
  int socket_ = -1;
  std::string cookie_;
};

enum class Kind { search, profile, expand, path, networks };
constexpr const char* kind_names[] = {"search", "profile", "expand", "path", "networks"};
constexpr double goal_ms[] = {100, 40, 60, 250, 0};

struct Measured {
  std::mutex mutex;
  std::map<Kind, std::vector<double>> milliseconds;
  std::map<int, int> statuses;
};

const std::vector<std::string>& typed() {
  static const std::vector<std::string> list = {
      "john smith", "jon smyth",  "hussain",    "mohamed ali",     "jones",        "kowalski",
      "emily",      "smith 1990", "brown 1985", "sarah wilson",    "patel",        "khan",
      "taylor b",   "singh",      "dumitru",    "li wei",          "ahmed hassan", "williams",
      "robinson",   "car wash",   "seen with",  "\"handed over\"", "cash",         "nguyen"};
  return list;
}

class Analyst {
 public:
  Analyst(const Arguments& arguments, std::size_t number)
      : connection(arguments), number_(number) {}

  Connection connection;

  void ask(Kind kind, std::size_t turn, Clock::time_point due, Measured& measured) {
    const auto answer = answer_of(kind, turn);
    const auto took = std::chrono::duration<double, std::milli>(Clock::now() - due).count();
    const std::lock_guard lock(measured.mutex);
    ++measured.statuses[answer.status];
    measured.milliseconds[kind].push_back(took);
  }

 private:
  Answer answer_of(Kind kind, std::size_t turn) {
    if (known_.size() < 2) kind = Kind::search;
    const auto& one = known_.empty() ? std::string() : known_[turn % known_.size()];
    const auto& other = known_.empty() ? one : known_[(turn / 3 + 1) % known_.size()];
    switch (kind) {
      case Kind::search: {
        auto answer =
            connection.ask("POST", "/api/search",
                           Json{{"query", typed()[(turn + 7 * number_) % typed().size()]}}.dump());
        learn(answer);
        return answer;
      }
      case Kind::profile:
        return connection.ask("GET", "/api/entities/" + one, "");
      case Kind::expand:
        return connection.ask("POST", "/api/entities/" + one + "/expand",
                              Json{{"shown", Json::array({one})}}.dump());
      case Kind::path:
        return connection.ask("POST", "/api/paths", Json{{"entities", {one, other}}}.dump());
      case Kind::networks:
        return connection.ask("GET", "/api/networks", "");
    }
    return {};
  }

  void learn(const Answer& answer) {
    const auto json = Json::parse(answer.body, nullptr, false);
    if (!json.is_object() || !json.contains("entities")) return;
    for (const auto& hit : json["entities"]) {
      if (known_.size() < 200 && hit["noun"] == "person") known_.push_back(hit["entity"]);
    }
  }

  const std::size_t number_;
  std::vector<std::string> known_;
};

Kind kind_of(std::size_t turn) {
  const auto place = (turn * 7919) % 100;
  if (place < 40) return Kind::search;
  if (place < 65) return Kind::profile;
  if (place < 85) return Kind::expand;
  if (place < 95) return Kind::path;
  return Kind::networks;
}

double percentile(std::vector<double>& sorted, double share) {
  if (sorted.empty()) return 0;
  const auto at = static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1));
  return sorted[at];
}

/// Clients that send a byte of their header a second, and take as long to read.
void be_slow(const Arguments& arguments, const std::atomic<bool>& stop) {
  std::vector<int> sockets;
  for (int i = 0; i < arguments.slow; ++i) sockets.push_back(connect_to(arguments));
  const std::string head = "GET /api/networks HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ";
  for (std::size_t i = 0; !stop; ++i) {
    for (auto& socket : sockets) {
      const char byte = i < head.size() ? head[i] : 'x';
      if (socket >= 0 && ::send(socket, &byte, 1, MSG_NOSIGNAL) != 1) {
        ::close(socket);
        socket = connect_to(arguments);
      }
    }
    std::this_thread::sleep_for(std::chrono::seconds(1));
  }
  for (int socket : sockets) ::close(socket);
}

std::vector<std::pair<std::string, std::string>> read_accounts(const std::string& path) {
  std::vector<std::pair<std::string, std::string>> accounts;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const auto comma = line.find(',');
    if (comma != std::string::npos)
      accounts.emplace_back(line.substr(0, comma), line.substr(comma + 1));
  }
  return accounts;
}

void print(Measured& measured) {
  std::printf(
      "| question | asked | p50 ms | p95 ms | p99 ms | greatest | p95 must be under |\n"
      "|---|---|---|---|---|---|---|\n");
  for (auto& [kind, list] : measured.milliseconds) {
    std::sort(list.begin(), list.end());
    const auto goal = goal_ms[static_cast<std::size_t>(kind)];
    std::printf("| %s | %zu | %.1f | %.1f | %.1f | %.1f | %s |\n",
                kind_names[static_cast<std::size_t>(kind)], list.size(), percentile(list, 0.5),
                percentile(list, 0.95), percentile(list, 0.99), list.back(),
                goal > 0 ? std::to_string(static_cast<int>(goal)).c_str() : "");
  }
  for (const auto& [status, count] : measured.statuses)
    std::printf("status %d: %d\n", status, count);
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  if (argc < 4) {
    std::fprintf(stderr,
                 "serve_bench HOST PORT ACCOUNTS.csv [--rate N] [--seconds N] [--slow N]\n");
    return 2;
  }
  arguments.host = argv[1];
  arguments.port = static_cast<std::uint16_t>(std::atoi(argv[2]));
  arguments.accounts = argv[3];
  for (int i = 4; i + 1 < argc; i += 2) {
    if (std::strcmp(argv[i], "--rate") == 0) arguments.rate = std::atof(argv[i + 1]);
    if (std::strcmp(argv[i], "--seconds") == 0) arguments.seconds = std::atoi(argv[i + 1]);
    if (std::strcmp(argv[i], "--slow") == 0) arguments.slow = std::atoi(argv[i + 1]);
  }
  const auto accounts = read_accounts(arguments.accounts);
  std::deque<Analyst> analysts;
  for (std::size_t i = 0; i < accounts.size(); ++i) {
    analysts.emplace_back(arguments, i);
    if (!analysts.back().connection.sign_in(accounts[i].first, accounts[i].second)) {
      std::fprintf(stderr, "serve_bench: %s cannot sign in\n", accounts[i].first.c_str());
      return 1;
    }
  }
  Measured warm, measured;
  for (std::size_t i = 0; i < analysts.size(); ++i)  // each audience's picture is built once
    analysts[i].ask(Kind::search, i, Clock::now(), warm);
  std::atomic<bool> stop = false;
  std::thread slow([&] { be_slow(arguments, stop); });
  const auto start = Clock::now() + std::chrono::milliseconds(500);
  const auto count = static_cast<std::size_t>(arguments.rate * arguments.seconds);
  std::vector<std::thread> threads;
  for (std::size_t a = 0; a < analysts.size(); ++a) {
    threads.emplace_back([&, a] {
      for (std::size_t k = a; k < count; k += analysts.size()) {
        const auto due =
            start + std::chrono::duration_cast<Clock::duration>(
                        std::chrono::duration<double>(static_cast<double>(k) / arguments.rate));
        std::this_thread::sleep_until(due);
        analysts[a].ask(kind_of(k), k, due, measured);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  stop = true;
  slow.join();
  print(measured);
  return 0;
}
