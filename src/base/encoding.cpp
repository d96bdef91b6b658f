#include "base/encoding.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "base/error.hpp"
#include "base/text.hpp"

namespace base {

namespace {

constexpr std::string_view utf_8_mark = "\xEF\xBB\xBF", utf_16_le_mark = "\xFF\xFE",
                           utf_16_be_mark = "\xFE\xFF";

bool begins_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

// Latin text in UTF-16 has a zero in nearly every second byte.
bool zeros_at(std::string_view bytes, std::size_t odd) {
  std::size_t zeros = 0, looked = std::min<std::size_t>(bytes.size() / 2, 512);
  for (std::size_t i = 0; i < looked; ++i) zeros += bytes[2 * i + odd] == '\0';
  return looked >= 4 && zeros * 10 >= looked * 8;
}

Encoding guess(std::string_view bytes) {
  if (begins_with(bytes, utf_8_mark)) return Encoding::utf_8;
  if (begins_with(bytes, utf_16_le_mark)) return Encoding::utf_16_le;
  if (begins_with(bytes, utf_16_be_mark)) return Encoding::utf_16_be;
  if (zeros_at(bytes, 1)) return Encoding::utf_16_le;
  if (zeros_at(bytes, 0)) return Encoding::utf_16_be;
  return is_utf8(bytes) ? Encoding::utf_8 : Encoding::windows_1252;
}

std::string convert(const std::string& bytes, const char* from) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(from, &status),
                                                                     ucnv_close);
  expect(U_SUCCESS(status), "ICU's converters");
  const icu::UnicodeString unicode(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                   converter.get(), status);
  std::string text;
  unicode.toUTF8String(text);
  return text;
}

void require_text(std::string_view text) {
  const auto odd = std::count_if(
      text.begin(),
      text.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(text.size(), 65536)),
      [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' &&
               c != '\f';
      });
  const bool has_zero = text.find('\0') != std::string_view::npos;
  if (!has_zero &&
      odd * 50 <= static_cast<std::ptrdiff_t>(std::min<std::size_t>(text.size(), 65536)))
    return;
  throw Error(
      Fault::invalid,
      "this is not a text file (it holds bytes that no text has); export it as CSV and try again");
}

}  // namespace

std::string_view to_string(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf_8:
      return "UTF-8";
    case Encoding::utf_16_le:
      return "UTF-16 LE";
    case Encoding::utf_16_be:
      return "UTF-16 BE";
    case Encoding::windows_1252:
      return "Windows-1252";
  }
  return "";
}

DecodedText decode_text(std::string bytes) {
  const auto encoding = guess(bytes);
  DecodedText decoded{{}, encoding};
  switch (encoding) {
    case Encoding::utf_8:
      decoded.text = std::move(bytes);
      break;
    case Encoding::utf_16_le:
      decoded.text = convert(bytes, "UTF-16LE");
      break;
    case Encoding::utf_16_be:
      decoded.text = convert(bytes, "UTF-16BE");
      break;
    case Encoding::windows_1252:
      decoded.text = convert(bytes, "windows-1252");
      break;
  }
  if (begins_with(decoded.text, utf_8_mark)) decoded.text.erase(0, utf_8_mark.size());
  require_text(decoded.text);
  return decoded;
}

}  // namespace base
