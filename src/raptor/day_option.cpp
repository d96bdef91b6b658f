#include "raptor/day_option.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

namespace raptor {

std::optional<base::Date> day_option(const std::string& option, const std::string& text) {
  if (text.empty()) return {};
  const auto date = base::parse_date(text, base::DateOrder::day_month_year);
  if (date && date->is_whole()) return date;
  throw base::Error(base::Fault::invalid,
                    option + " " + base::quoted(text) + " is no day; write it as 2027-03-31");
}

}  // namespace raptor
