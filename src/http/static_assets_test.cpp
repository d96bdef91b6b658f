#include "http/static_assets.hpp"

#include <doctest/doctest.h>
#include <zlib.h>

#include "http/detail/example_site.hpp"

using http::get;

namespace {

const std::string script(5000, 'a');

const http::StaticAssets& pages() {
  static const http::StaticAssets made({{"index.html", "<!doctype html>"},
                                        {"logo.png", "png"},
                                        {"assets/main-3fa9c1d2.js", script}});
  return made;
}

http::Reply ask(http::RawRequest request, const std::string& name = "Accept",
                const std::string& value = "*/*") {
  static const auto router = http::example_router();
  auto site = http::example_site();
  site.assets = &pages();
  request.headers.push_back({name, value});
  return dispatch(router, site, request);
}

std::string unpacked(std::string_view packed) {
  std::string out(script.size() + 1, '\0');
  z_stream stream{};
  inflateInit2(&stream, 15 + 16);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

}  // namespace

TEST_CASE("files are found by their path, and their type by their ending") {
  const auto reply = ask(get("/assets/main-3fa9c1d2.js"));
  CHECK(reply.status == 200);
  CHECK(reply.content() == script);
  CHECK(header(reply.headers, "Content-Type") == "text/javascript; charset=utf-8");
  CHECK(header(reply.headers, "Cache-Control") == "public, max-age=31536000, immutable");
  CHECK(header(ask(get("/")).headers, "Cache-Control") == "no-cache");
  CHECK(ask(get("/")).content() == "<!doctype html>");
  CHECK(ask(get("/logo.png")).content() == "png");
  CHECK(ask(get("/assets/other.js")).status == 404);
  CHECK(ask(get("/assets/../index.html")).status == 400);
  CHECK(ask(get("/assets%2fmain-3fa9c1d2.js")).status == 404);
}

TEST_CASE("pages of the application are index.html, but nothing below /api is") {
  CHECK(ask(get("/networks/7"), "Accept", "text/html,*/*").content() == "<!doctype html>");
  CHECK(ask(get("/networks/7"), "Accept", "application/json").status == 404);
  CHECK(ask(get("/api/networks/7"), "Accept", "text/html").status == 404);
  CHECK(ask(get("/networks/7.js"), "Accept", "text/html").status == 404);
}

TEST_CASE("a file that the browser has is not sent again, compressed or not") {
  const auto plain = ask(get("/assets/main-3fa9c1d2.js"));
  const auto packed = ask(get("/assets/main-3fa9c1d2.js"), "Accept-Encoding", "br, gzip;q=0.8");
  CHECK(header(packed.headers, "Content-Encoding") == "gzip");
  CHECK(header(packed.headers, "Vary") == "Accept-Encoding");
  CHECK(unpacked(packed.content()) == script);
  CHECK(header(ask(get("/assets/main-3fa9c1d2.js"), "Accept-Encoding", "gzip;q=0").headers,
               "Content-Encoding")
            .empty());
  const std::string tag(header(plain.headers, "ETag"));
  CHECK(tag != header(packed.headers, "ETag"));
  const auto again = ask(get("/assets/main-3fa9c1d2.js"), "If-None-Match", "\"x\", W/" + tag);
  CHECK(again.status == 304);
  CHECK(again.content().empty());
  CHECK(header(again.headers, "ETag") == tag);
  CHECK(ask(get("/assets/main-3fa9c1d2.js"), "If-None-Match", "\"x\"").status == 200);
}
