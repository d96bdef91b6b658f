#include "plot/svg.hpp"

#include <cmath>
#include <cstdio>

namespace plot {

namespace {

// The hues are told apart by people who do not see red or green (Okabe and Ito 2008).
constexpr std::string_view page_style = R"(<style>
svg{font:13px system-ui,"Segoe UI","Liberation Sans",Arial,sans-serif;--ink:#1d2733;--soft:#5a6672;--grid:#dfe4e9;--paper:#fff;--a:#0072b2;--b:#d55e00;--c:#009e73;--d:#a8509a;--n:#8a96a3}
@media (prefers-color-scheme:dark){svg{--ink:#e6ebf0;--soft:#a3afba;--grid:#33404d;--paper:#161c23;--a:#56b4e9;--b:#f0883e;--c:#35c99b;--d:#d991c8;--n:#7d8a97}}
text{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}.paper{fill:var(--paper)}.ink{fill:var(--ink)}.soft{fill:var(--soft)}.title{fill:var(--ink);font-size:17px;font-weight:600}.small{fill:var(--soft);font-size:12px}.strong{fill:var(--ink);font-weight:600}
.a{fill:var(--a)}.b{fill:var(--b)}.c{fill:var(--c)}.d{fill:var(--d)}.n{fill:var(--n)}
.grid{stroke:var(--grid)}.axis{stroke:var(--soft)}.mark{stroke:var(--ink);stroke-dasharray:5 4}
.line-a,.line-b,.line-c,.line-d{fill:none;stroke-width:2.2;stroke-linejoin:round}.line-a{stroke:var(--a)}.line-b{stroke:var(--b);stroke-dasharray:9 3}.line-c{stroke:var(--c);stroke-dasharray:2 3}.line-d{stroke:var(--d);stroke-dasharray:9 3 2 3}
</style>
)";

std::string number(double value) {
  char text[40];
  std::snprintf(text, sizeof text, "%.2f", std::isfinite(value) ? value : 0.0);
  return text;
}

// Control characters may not stand in XML at all.
std::string escaped(std::string_view text) {
  std::string result;
  for (char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return result;
}

std::string attributes(std::initializer_list<std::pair<const char*, double>> list,
                       std::string_view style_class) {
  std::string text;
  for (const auto& [name, value] : list)
    text += std::string(" ") + name + "=\"" + number(value) + "\"";
  return text + " class=\"" + std::string(style_class) + "\"";
}

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

Svg::Svg(double width, double height, std::string_view title, std::string_view description) {
  out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + number(width) + "\" height=\"" +
         number(height) + "\" viewBox=\"0 0 " + number(width) + " " + number(height) +
         "\" role=\"img\">\n<title>" + escaped(title) + "</title>\n<desc>" + escaped(description) +
         "</desc>\n";
  out_ += page_style;
  rectangle(0, 0, width, height, "paper");
}

void Svg::finish_element(std::string_view element, std::string_view tooltip) {
  if (tooltip.empty()) {
    out_ += "/>\n";
  } else {
    out_ += "><title>" + escaped(tooltip) + "</title></" + std::string(element) + ">\n";
  }
}

void Svg::rectangle(double x, double y, double width, double height, std::string_view style_class,
                    std::string_view tooltip) {
  out_ +=
      "<rect" + attributes({{"x", x}, {"y", y}, {"width", width}, {"height", height}}, style_class);
  finish_element("rect", tooltip);
}

void Svg::line(double x1, double y1, double x2, double y2, std::string_view style_class) {
  out_ +=
      "<line" + attributes({{"x1", x1}, {"y1", y1}, {"x2", x2}, {"y2", y2}}, style_class) + "/>\n";
}

void Svg::polyline(const std::vector<std::pair<double, double>>& points,
                   std::string_view style_class) {
  out_ += "<polyline points=\"";
  for (const auto& [x, y] : points) out_ += number(x) + "," + number(y) + " ";
  out_ += "\" class=\"" + std::string(style_class) + "\"/>\n";
}

void Svg::dot(double x, double y, std::string_view style_class, std::string_view tooltip) {
  out_ += "<circle" + attributes({{"cx", x}, {"cy", y}, {"r", 4}}, style_class);
  finish_element("circle", tooltip);
}

void Svg::text(double x, double y, std::string_view words, Anchor anchor,
               std::string_view style_class) {
  constexpr const char* anchors[] = {"start", "middle", "end"};
  out_ += "<text" + attributes({{"x", x}, {"y", y}}, style_class) + " text-anchor=\"" +
          anchors[static_cast<int>(anchor)] + "\">" + escaped(words) + "</text>\n";
}

void Svg::upright_text(double x, double y, std::string_view words, std::string_view style_class) {
  out_ += "<text" + attributes({}, style_class) + " text-anchor=\"middle\" transform=\"translate(" +
          number(x) + "," + number(y) + ") rotate(-90)\">" + escaped(words) + "</text>\n";
}

std::string Svg::finish() && { return std::move(out_) + "</svg>\n"; }

constexpr double character_width = 6.7;

double text_width(std::string_view words) {
  double width = 0;
  for (char c : words) width += continues_character(c) ? 0 : character_width;
  return width;
}

std::string cut_to_width(std::string_view words, double width) {
  if (text_width(words) <= width) return std::string(words);
  // In the middle: how labels end is what tells them apart (">= 0.92", ">= 0.88").
  std::string_view begin = words, end = words;
  while (!begin.empty() && text_width(begin) > (width - character_width) / 2) {
    while (begin.size() > 1 && continues_character(begin.back())) begin.remove_suffix(1);
    begin.remove_suffix(1);
  }
  while (!end.empty() && text_width(end) > (width - character_width) / 2) {
    do end.remove_prefix(1);
    while (!end.empty() && continues_character(end.front()));
  }
  return std::string(begin) + "…" + std::string(end);
}

}  // namespace plot
