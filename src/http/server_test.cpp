#include "http/server.hpp"

#include <condition_variable>
#include <list>
#include <mutex>
#include <thread>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "http/detail/example_site.hpp"
#include "http/detail/test_client.hpp"
#include "http/events.hpp"

using http::status_of;
using http::TestClient;

namespace {

// Handlers stop at it until the test lets them go.
class Gate {
 public:
  void pass() {
    std::unique_lock lock(mutex_);
    ++waiting_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return open_; });
  }
  void wait_for(int waiting) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_ >= waiting; });
  }
  void open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int waiting_ = 0;
  bool open_ = false;
};

struct Running {
  explicit Running(http::Settings settings = {})
      : router(make_router()), server(router, http::example_site(), settings) {}

  http::Router make_router() {
    auto made = http::example_router();
    const auto add = [&made](std::string name, auto handler) {
      made.add({.pattern = "/api/" + name,
                .operation = name,
                .summary = name,
                .callers = http::Callers::anyone(),
                .handler = handler});
    };
    add("slow", [this](const http::Request&) {
      gate.pass();
      return http::json_reply("slow");
    });
    add("events", [this](const http::Request&) {
      return hub.subscribe({.session = "s", .audiences = {"all"}});
    });
    add("rows", [](const http::Request&) {
      auto stream = [row = 0](std::string& chunk) mutable {
        chunk = "row " + std::to_string(++row) + "\n";
        return row <= 1000;
      };
      return http::stream_reply(stream, "text/csv; charset=utf-8", "rows.csv");
    });
    add("broken_rows", [](const http::Request&) {
      auto stream = [row = 0](std::string& chunk) mutable {
        if (++row == 3) throw std::runtime_error("the disk failed");
        chunk = "row\n";
        return true;
      };
      return http::stream_reply(stream, "text/csv");
    });
    add("big", [](const http::Request&) {
      return http::bytes_reply(std::string(32 * 1024 * 1024, 'x'), "text/plain");
    });
    return made;
  }

  TestClient client() const { return TestClient(server.port()); }

  Gate gate;
  http::EventHub hub;
  http::Router router;
  http::Server server;
};

const std::string host = "Host: localhost\r\n";
const std::string get_notes = "GET /api/notes HTTP/1.1\r\n" + host + "\r\n";

// What one connection is answered when it sends these bytes and nothing more.
std::string answer(const Running& running, const std::string& bytes) {
  auto client = running.client();
  client.send(bytes);
  client.end_sending();
  return client.read_to_end();
}

std::string post(const std::string& path, const std::string& headers, const std::string& body) {
  return "POST " + path + " HTTP/1.1\r\n" + host + headers + "\r\n" + body;
}

const std::string octets = "Content-Type: application/octet-stream\r\n";

}  // namespace

TEST_CASE("a connection is kept, and requests sent ahead are answered in order") {
  Running running;
  auto client = running.client();
  client.send(get_notes);
  const auto first = client.read_reply();
  CHECK(status_of(first) == 200);
  client.send(get_notes + "HEAD /api/notes HTTP/1.1\r\n" + host + "\r\n" + "GET /no HTTP/1.1\r\n" +
              host + "\r\n");
  CHECK(status_of(client.read_reply()) == 200);
  const auto head = client.read_until("\r\n\r\n");
  CHECK(status_of(head) == 200);
  const auto length = first.size() - first.find("\r\n\r\n") - 4;
  CHECK(head.find("Content-Length: " + std::to_string(length)) != std::string::npos);
  const auto absent = client.read_reply();
  CHECK(status_of(absent) == 404);
  CHECK(absent.find("Date: ") != std::string::npos);
  CHECK(absent.find("application/problem+json") != std::string::npos);
  client.send("GET /api/notes HTTP/1.1\r\nConnection: close\r\n" + host + "\r\n");
  CHECK(status_of(client.read_reply()) == 200);
  CHECK(client.read_to_end() == "");
  CHECK(running.server.metrics().replies_by_class[2] == 4);
  CHECK(running.server.metrics().replies_by_class[4] == 1);
}

TEST_CASE("HTTP/1.0 is answered and closed") {
  Running running;
  const auto reply = answer(running, "GET /api/rows HTTP/1.0\r\n" + host + "\r\n");
  CHECK(reply.find("chunked") == std::string::npos);
  CHECK(reply.ends_with("row 1000\n"));
  auto kept = running.client();
  kept.send("GET /api/rows HTTP/1.0\r\nConnection: keep-alive\r\n" + host + "\r\n");
  CHECK(kept.read_to_end().ends_with("row 1000\n"));  // its end can be told by nothing else
}

TEST_CASE("what is no proper request gets a 4xx and the end of the connection") {
  Running running;
  const auto refused = [&](const std::string& bytes, int status) {
    const auto reply = answer(running, bytes + get_notes);
    CHECK_MESSAGE(status_of(reply) == status, bytes.substr(0, 80));
    CHECK(reply.find("Connection: close") != std::string::npos);
    CHECK(reply.find("HTTP/1.1 ", 5) == std::string::npos);  // what follows was not a request
  };
  refused(post("/api/files", octets + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n",
               "0\r\n\r\n"),
          400);
  refused(post("/api/files", octets + "Content-Length: 1\r\nContent-Length: 1\r\n", "a"), 400);
  refused(post("/api/files", octets + "Content-Length: 1, 1\r\n", "a"), 400);
  refused(post("/api/files", octets + "Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"), 400);
  refused(post("/api/files", octets + "Transfer-Encoding: chunked\r\n", "z\r\n\r\n"), 400);
  refused(post("/api/files", octets + "Transfer-Encoding: chunked\r\n", "1\na\n0\n\n"), 400);
  refused(post("/api/files", octets + "Transfer-Encoding: chunked\r\n",
               "1;" + std::string(300, 'x') + "\r\na\r\n0\r\n\r\n"),
          400);
  refused("GET /api/notes HTTP/1.1\r\n" + host + "A: b\r\n c\r\n\r\n", 400);
  refused("GET /api/notes HTTP/1.1\r\nHost : localhost\r\n\r\n", 400);
  refused("GET /api/notes HTTP/1.1\n\n", 400);
  refused("GET /api/notes HTTP/2.0\r\n" + host + "\r\n", 400);
  refused("GET  /api/notes HTTP/1.1\r\n" + host + "\r\n", 400);
  refused("\x16\x03\x01\x02 hello\r\n\r\n", 400);
  refused("GET /api/notes HTTP/1.1\r\n" + host + "A: " + std::string(17'000, 'a') + "\r\n\r\n",
          431);
  refused(post("/api/notes", "Content-Length: 2000000\r\n", ""), 413);
}

TEST_CASE("a body that is cut off is no request") {
  Running running;
  CHECK(answer(running, post("/api/files", octets + "Content-Length: 5\r\n", "abc")) == "");
  CHECK(answer(running,
               post("/api/files", octets + "Transfer-Encoding: chunked\r\n", "5\r\nabc")) == "");
  CHECK(answer(running, "GET /api/notes HTTP/1.1\r\nHo") == "");
  CHECK(status_of(answer(running, get_notes)) == 200);
}

TEST_CASE("bodies come with a length or in chunks, and long ones lie in a file") {
  Running running;
  const std::string chunked = octets + "Transfer-Encoding: chunked\r\n";
  const auto where = [](const std::string& reply) {
    const auto body = nlohmann::json::parse(reply.substr(reply.find("\r\n\r\n") + 4));
    return std::string(body["where"]);
  };
  CHECK(where(answer(running, post("/api/files", octets + "Content-Length: 3\r\n", "abc"))) ==
        "memory");
  CHECK(where(answer(running, post("/api/files", chunked, "3\r\nabc\r\n0\r\nA: b\r\n\r\n"))) ==
        "memory");
  const std::string large(2'000'000, 'a');
  CHECK(where(answer(running, post("/api/files", octets + "Content-Length: 2000000\r\n", large))) ==
        "file");
  CHECK(where(answer(running, post("/api/files", chunked,
                                   "1e8480\r\n" + large + "\r\n0\r\n\r\n"))) == "file");
  CHECK(status_of(answer(running, post("/api/files", chunked, "fffffff\r\n" + large))) == 413);
  auto client = running.client();
  client.send(post("/api/files", octets + "Content-Length: 3\r\nExpect: 100-continue\r\n", ""));
  CHECK(client.read_until("\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n");
  client.send("abc");
  CHECK(where(client.read_reply()) == "memory");
}

TEST_CASE("slow callers and slow handlers stop nobody else") {
  Running running({.handlers_at_once_max = 2});
  std::list<TestClient> slow;
  for (int i = 0; i < 200; ++i) {
    slow.emplace_back(running.server.port()).send("GET /api/notes HTTP/1.1\r\nHost: lo");
  }
  for (int i = 0; i < 10; ++i) {  // readers who never read
    slow.emplace_back(running.server.port()).send("GET /api/big HTTP/1.1\r\n" + host + "\r\n");
  }
  auto waiting = running.client();
  waiting.send("GET /api/slow HTTP/1.1\r\n" + host + "\r\n");
  running.gate.wait_for(1);
  CHECK(status_of(answer(running, get_notes)) == 200);
  running.gate.open();
  CHECK(status_of(waiting.read_reply()) == 200);
}

TEST_CASE("who is too slow is cut off") {
  using std::chrono::milliseconds;
  Running running({.header_time_max = milliseconds(50),
                   .idle_time_max = milliseconds(50),
                   .grace = milliseconds(50)});
  auto idle = running.client(), head = running.client(), body = running.client(),
       reader = running.client();
  idle.send(get_notes);
  head.send("GET /api/notes HTTP/1.1\r\nHo");
  body.send(post("/api/files", octets + "Content-Length: 5\r\n", "abc"));
  reader.send("GET /api/big HTTP/1.1\r\n" + host + "\r\n");
  CHECK(status_of(idle.read_reply()) == 200);
  CHECK(idle.read_to_end() == "");
  CHECK(head.read_to_end() == "");
  CHECK(body.read_to_end() == "");
}

TEST_CASE("beyond its limits the server says that it is busy") {
  Running running({.handlers_at_once_max = 1, .handlers_waiting_max = 1});
  auto first = running.client();
  first.send("GET /api/slow HTTP/1.1\r\n" + host + "\r\n");
  running.gate.wait_for(1);
  auto second = running.client();
  second.send(get_notes);
  while (running.server.metrics().handlers_waiting == 0) std::this_thread::yield();
  const auto refused = answer(running, get_notes);
  CHECK(status_of(refused) == 503);
  CHECK(refused.find("Retry-After: ") != std::string::npos);
  running.gate.open();
  CHECK(status_of(first.read_reply()) == 200);
  CHECK(status_of(second.read_reply()) == 200);
}

TEST_CASE("beyond its connections the server takes no more") {
  Running running({.connections_max = 10, .connections_per_peer_max = 2});
  auto first = running.client(), second = running.client();
  for (auto* each : {&first, &second}) {
    each->send(get_notes);
    CHECK(status_of(each->read_reply()) == 200);
  }
  CHECK(running.client().read_to_end() == "");
  CHECK(running.server.metrics().connections_refused == 1);
}

TEST_CASE("a stream comes in chunks, and one that fails has no end") {
  Running running;
  const auto whole = answer(running, "GET /api/rows HTTP/1.1\r\n" + host + "\r\n");
  CHECK(whole.find("Transfer-Encoding: chunked") != std::string::npos);
  CHECK(whole.find("attachment; filename=\"rows.csv\"") != std::string::npos);
  CHECK(whole.find("9\r\nrow 1000\n\r\n") != std::string::npos);
  CHECK(whole.find("row 1001") == std::string::npos);
  CHECK(whole.ends_with("\r\n0\r\n\r\n"));
  const auto broken = answer(running, "GET /api/broken_rows HTTP/1.1\r\n" + host + "\r\n");
  CHECK(status_of(broken) == 200);
  CHECK(!broken.ends_with("0\r\n\r\n"));
}

TEST_CASE("published events reach who listens, until their session ends") {
  Running running;
  auto client = running.client();
  client.send("GET /api/events HTTP/1.1\r\n" + host + "\r\n");
  CHECK(client.read_until("\r\n\r\n").find("text/event-stream") != std::string::npos);
  client.read_until(":\n\n");
  running.hub.publish("all", "news", {{"id", 1}});
  CHECK(client.read_until("\n\n").ends_with("event: news\ndata: {\"id\":1}\n\n"));
  running.hub.close_session("s");
  CHECK(client.read_to_end().ends_with("0\r\n\r\n"));
}

TEST_CASE("a listener to whom nothing is said for long is still told") {
  using std::chrono::milliseconds;
  Running running({.grace = milliseconds(50)});
  auto client = running.client();
  client.send("GET /api/events HTTP/1.1\r\n" + host + "\r\n");
  client.read_until(":\n\n");
  std::this_thread::sleep_for(milliseconds(300));
  running.hub.publish("all", "news", {{"id", 1}});
  CHECK(client.read_until("\n\n").ends_with("event: news\ndata: {\"id\":1}\n\n"));
}

TEST_CASE("a listener who leaves is forgotten") {
  Running running;
  {
    auto client = running.client();
    client.send("GET /api/events HTTP/1.1\r\n" + host + "\r\n");
    client.read_until(":\n\n");
    CHECK(running.hub.subscribers() == 1);
  }
  while (running.hub.subscribers() > 0) std::this_thread::yield();
  CHECK(status_of(answer(running, get_notes)) == 200);
}

TEST_CASE("a stop lets what is under way finish, and ends what is idle") {
  Running running;
  auto idle = running.client(), listener = running.client(), busy = running.client();
  idle.send(get_notes);
  CHECK(status_of(idle.read_reply()) == 200);
  listener.send("GET /api/events HTTP/1.1\r\n" + host + "\r\n");
  listener.read_until(":\n\n");
  busy.send("GET /api/slow HTTP/1.1\r\n" + host + "\r\n");
  running.gate.wait_for(1);
  std::thread stopping([&] { running.server.stop(); });
  CHECK(idle.read_to_end() == "");
  CHECK(listener.read_to_end().ends_with("0\r\n\r\n"));
  running.gate.open();
  const auto reply = busy.read_to_end();
  CHECK(status_of(reply) == 200);
  CHECK(reply.find("Connection: close") != std::string::npos);
  stopping.join();
  CHECK(!running.client().is_connected());
}

TEST_CASE("a stop cuts off what has not finished in time") {
  Running running({.stop_time_max = std::chrono::milliseconds(50)});
  auto client = running.client();
  client.send("GET /api/big HTTP/1.1\r\n" + host + "\r\n");
  client.read_until("\r\n\r\n");
  running.server.stop();
  CHECK(running.server.metrics().connections_open == 0);
}

TEST_CASE("an address that is taken or none is said") {
  Running running;
  CHECK_THROWS_WITH_AS(Running({.port = running.server.port()}),
                       doctest::Contains("choose another address or port"), base::Error);
  CHECK_THROWS_AS(Running({.address = "here"}), base::Error);
}
