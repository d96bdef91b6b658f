#include "plot/frame.hpp"

namespace plot {

namespace {

constexpr double above = 68, below = 76;

}  // namespace

Frame::Frame(const Caption& caption, double left, double plot_height, double legend_height)
    : height_(above + legend_height + plot_height + below),
      left_(left),
      top_(above + legend_height),
      bottom_(top_ + plot_height),
      svg_(page_width, height_, caption.title, caption.what) {
  svg_.text(20, 30, caption.title, Anchor::start, "title");
  svg_.text(20, 51, cut_to_width(caption.what, page_width + 90), Anchor::start, "small");
  svg_.text(20, height_ - 14, cut_to_width("Source: " + caption.source, page_width + 90),
            Anchor::start, "small");
}

double Frame::right() const { return page_width - 30; }

void Frame::horizontal_axis(const Scale& scale, const std::vector<double>& at,
                            const std::string& title) {
  for (double value : at) {
    svg_.line(scale(value), top_, scale(value), bottom_, "grid");
    svg_.text(scale(value), bottom_ + 17, readable(value), Anchor::middle, "small");
  }
  svg_.line(left_, bottom_, right(), bottom_, "axis");
  svg_.text((left_ + right()) / 2, bottom_ + 38, title, Anchor::middle, "ink");
}

void Frame::vertical_axis(const Scale& scale, const std::vector<double>& at,
                          const std::string& title, const std::vector<std::string>& labels) {
  for (std::size_t i = 0; i < at.size(); ++i) {
    const auto y = scale(at[i]);
    svg_.line(left_, y, right(), y, "grid");
    svg_.text(left_ - 8, y + 4, i < labels.size() ? labels[i] : readable(at[i]), Anchor::end,
              "small");
  }
  svg_.upright_text(22, (top_ + bottom_) / 2, title, "ink");
}

void Frame::legend(const std::vector<std::pair<std::string, std::string>>& style_and_words) {
  double x = left_;
  for (const auto& [style, words] : style_and_words) {
    if (style.starts_with("line")) {
      svg_.polyline({{x, top_ - 16}, {x + 26, top_ - 16}}, style);
    } else {
      svg_.rectangle(x + 8, top_ - 22, 13, 13, style);
    }
    svg_.text(x + 32, top_ - 11, words, Anchor::start, "ink");
    x += 52 + text_width(words);
  }
}

std::string Frame::finish() && { return std::move(svg_).finish(); }

}  // namespace plot
