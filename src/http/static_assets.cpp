#include "http/static_assets.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <zlib.h>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

namespace http {

namespace {

struct FileKind {
  std::string_view ending, media_type;
  bool is_compressible;
};
constexpr std::array<FileKind, 16> kinds = {{
    {".html", "text/html; charset=utf-8", true},
    {".js", "text/javascript; charset=utf-8", true},
    {".mjs", "text/javascript; charset=utf-8", true},
    {".css", "text/css; charset=utf-8", true},
    {".json", "application/json", true},
    {".topojson", "application/json", true},
    {".geojson", "application/geo+json", true},
    {".webmanifest", "application/manifest+json", true},
    {".svg", "image/svg+xml", true},
    {".txt", "text/plain; charset=utf-8", true},
    {".wasm", "application/wasm", true},
    {".png", "image/png", false},
    {".jpg", "image/jpeg", false},
    {".ico", "image/x-icon", true},
    {".woff2", "font/woff2", false},
    {".pmtiles", "application/octet-stream", false},
}};

FileKind kind_of(std::string_view name) {
  for (const auto& kind : kinds) {
    if (name.ends_with(kind.ending)) return kind;
  }
  return {"", "application/octet-stream", false};
}

std::string gzip(const std::string& bytes) {
  z_stream stream{};
  constexpr int gzip_window = 15 + 16, memory_level = 9;
  const int begun = deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_window, memory_level,
                                 Z_DEFAULT_STRATEGY);
  base::expect(begun == Z_OK, "zlib to start");
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int ended = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  base::expect(ended == Z_STREAM_END, "zlib to compress at once");
  return out;
}

// As bundlers write them: main-3fa9c1d2.js, main.B7xQ_0aZ.css. A word of small letters alone is
// taken for a word.
bool has_hash(std::string_view name) {
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos) return false;
  const auto stem = name.substr(0, dot);
  const auto before = stem.find_last_of("-.");
  if (before == std::string_view::npos) return false;
  const auto hash = stem.substr(before + 1);
  const auto is_odd = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); };
  return hash.size() >= 8 && std::any_of(hash.begin(), hash.end(), is_odd);
}

bool accepts_gzip(const RawRequest& request) {
  for (const auto part : base::split(header(request.headers, "Accept-Encoding"), ',')) {
    const auto coding = base::to_lower_ascii(part);
    const auto name = base::trim(std::string_view(coding).substr(0, coding.find(';')));
    if (name != "gzip" && name != "*") continue;
    const auto quality = coding.find("q=");
    if (quality == std::string::npos) return true;
    return coding.find_first_of("123456789", quality) != std::string::npos;
  }
  return false;
}

// The compressed form has a tag of its own (RFC 9110, 8.8.3.3).
std::string tag_of(std::string_view digest, bool is_compressed) {
  return "\"" + std::string(digest) + (is_compressed ? "-gz\"" : "\"");
}

bool has_already(const RawRequest& request, std::string_view tag) {
  for (const auto part : base::split(header(request.headers, "If-None-Match"), ',')) {
    auto held = base::trim(part);
    if (held == "*") return true;
    if (held.starts_with("W/")) held.remove_prefix(2);
    if (held == tag) return true;
  }
  return false;
}

bool is_page_of_application(std::string_view path, const RawRequest& request) {
  if (path == "/") return true;
  if (path == "/api" || path.starts_with("/api/")) return false;
  if (path.substr(path.rfind('/')).find('.') != std::string_view::npos) return false;
  return header(request.headers, "Accept").find("text/html") != std::string_view::npos;
}

}  // namespace

StaticAssets::StaticAssets(const std::map<std::string, std::string>& files) {
  for (const auto& [name, bytes] : files) assets_.emplace(name, prepare(name, bytes));
}

StaticAssets::Asset StaticAssets::prepare(std::string_view name, const std::string& bytes) {
  const auto kind = kind_of(name);
  Asset asset{.media_type = std::string(kind.media_type),
              .entity_tag = base::to_hex(base::sha256(base::bytes_of(bytes))).substr(0, 32),
              .cache_control = has_hash(name) ? "public, max-age=31536000, immutable" : "no-cache",
              .plain = std::make_shared<const std::string>(bytes)};
  if (!kind.is_compressible) return asset;
  auto compressed = gzip(bytes);
  if (compressed.size() + 100 < bytes.size()) {
    asset.compressed = std::make_shared<const std::string>(std::move(compressed));
  }
  return asset;
}

std::optional<Reply> StaticAssets::find(std::string_view path, const RawRequest& request) const {
  if (const auto found = assets_.find(path.substr(1)); found != assets_.end()) {
    return reply_with(found->second, request);
  }
  if (!is_page_of_application(path, request)) return {};
  const auto index = assets_.find("index.html");
  if (index == assets_.end()) return {};
  return reply_with(index->second, request);
}

Reply StaticAssets::reply_with(const Asset& asset, const RawRequest& request) {
  const bool compress = asset.compressed && accepts_gzip(request);
  const auto tag = tag_of(asset.entity_tag, compress);
  Reply reply;
  reply.headers = {{"ETag", tag}, {"Cache-Control", asset.cache_control}};
  if (asset.compressed) reply.headers.push_back({"Vary", "Accept-Encoding"});
  if (has_already(request, tag)) {
    reply.status = 304;
    return reply;
  }
  reply.headers.push_back({"Content-Type", asset.media_type});
  if (compress) reply.headers.push_back({"Content-Encoding", "gzip"});
  reply.kept_body = compress ? asset.compressed : asset.plain;
  return reply;
}

}  // namespace http
