#include <cmath>
#include <cstdio>

#include "threat/prominence.hpp"

namespace threat {

namespace {

std::string shown(double number, int decimals) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", decimals, number);
  return text;
}

std::string shown(const MeasureRule& rule, const MeasuredValue& measured) {
  const int decimals = rule.measure == Measure::degree       ? 0
                       : rule.measure == Measure::constraint ? 3
                                                             : 1;
  const auto value = std::isnan(measured.value) ? "none" : shown(measured.value, decimals);
  const auto reversed = rule.measure == Measure::constraint ? ", low counts" : "";
  return std::string(rule.name) + " " + value + " (percentile " + shown(measured.percentile, 0) +
         reversed + ")";
}

}  // namespace

std::string prominence_sentence(const Prominence& prominence) {
  std::string text;
  for (std::size_t m = 0; m < measure_rules.size(); ++m) {
    text += (m == 0 ? "" : ", ") + shown(measure_rules[m], prominence.measures[m]);
  }
  text[0] = 'C';
  text += "; " + std::to_string(prominence.agreement) + " of " + std::to_string(agreement_max) +
          " measures have it in their top tenth";
  if (prominence.interval) {
    text += "; rank " + std::to_string(prominence.interval->best) + " to " +
            std::to_string(prominence.interval->worst) +
            " in 90 % of copies with a fifth of the ties deleted";
  }
  return text;
}

}  // namespace threat
