#include "http/events.hpp"

#include <doctest/doctest.h>

using http::EventHub;

TEST_CASE("an event reaches those who hold its audience's key, and nobody else") {
  EventHub hub;
  const auto ann = hub.subscribe({"s1", {"tier1", "ann"}});
  const auto bob = hub.subscribe({"s2", {"tier1"}});
  hub.publish("ann", "task", {{"id", 7}});
  CHECK(ann.events->take() == "event: task\ndata: {\"id\":7}\n\n");
  CHECK(bob.events->take() == "");
  hub.publish("tier1", "note", "two\nlines");
  CHECK(ann.events->take() == "event: note\ndata: \"two\\nlines\"\n\n");
  CHECK(bob.events->take() == "event: note\ndata: \"two\\nlines\"\n\n");
  CHECK(ann.events->take() == "");
}

TEST_CASE("a session that ends takes its streams with it") {
  EventHub hub;
  const auto ann = hub.subscribe({"s1", {"a"}});
  const auto bob = hub.subscribe({"s2", {"a"}});
  hub.close_session("s1");
  CHECK(ann.events->is_closed());
  CHECK(!bob.events->is_closed());
  CHECK(hub.subscribers() == 1);
  hub.close_all();
  CHECK(bob.events->is_closed());
}

TEST_CASE("too many readers are refused, and one that is behind is cut off") {
  EventHub hub({.subscribers_max = 3, .per_session_max = 2, .waiting_bytes_max = 100});
  const auto first = hub.subscribe({"s1", {"a"}});
  {
    const auto second = hub.subscribe({"s1", {"a"}});
    CHECK(hub.subscribe({"s1", {"a"}}).status == 503);
    CHECK(hub.subscribe({"s2", {"a"}}).status == 200);
  }
  CHECK(hub.subscribers() == 1);  // those who let go of their stream are forgotten
  hub.publish("a", "news", std::string(50, 'x'));
  CHECK(!first.events->is_closed());
  hub.publish("a", "news", std::string(50, 'x'));
  CHECK(first.events->is_closed());
}
