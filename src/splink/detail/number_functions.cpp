#include <cmath>

#include "splink/detail/function_tables.hpp"

namespace splink::detail {

namespace {

using Values = std::span<const Value>;

template <class Calculate>
Value of_one(Values v, Calculate calculate) {
  const auto x = as_number(v[0]);
  return x ? Value{static_cast<double>(calculate(*x))} : Value{};
}

template <class Calculate>
Value of_two(Values v, Calculate calculate) {
  const auto x = as_number(v[0]), y = as_number(v[1]);
  return x && y ? Value{static_cast<double>(calculate(*x, *y))} : Value{};
}

Value plus(const Expression&, Values v) { return of_two(v, std::plus<>()); }
// Of two timestamps it is the seconds between them, which EPOCH leaves as they are.
Value minus(const Expression&, Values v) {
  const auto *x = std::get_if<Timestamp>(&v[0].is), *y = std::get_if<Timestamp>(&v[1].is);
  if (x != nullptr && y != nullptr) return {x->seconds - y->seconds};
  return of_two(v, std::minus<>());
}
Value times(const Expression&, Values v) { return of_two(v, std::multiplies<>()); }
Value divided(const Expression&, Values v) { return of_two(v, std::divides<>()); }
Value modulo(const Expression&, Values v) {
  return of_two(v, [](double x, double y) { return std::fmod(x, y); });
}
Value negative(const Expression&, Values v) { return of_one(v, std::negate<>()); }
Value absolute(const Expression&, Values v) {
  return of_one(v, [](double x) { return std::fabs(x); });
}
Value sine(const Expression&, Values v) {
  return of_one(v, [](double x) { return std::sin(x); });
}
Value cosine(const Expression&, Values v) {
  return of_one(v, [](double x) { return std::cos(x); });
}
Value arc_cosine(const Expression&, Values v) {
  return of_one(v, [](double x) { return std::acos(x); });
}
Value arc_sine(const Expression&, Values v) {
  return of_one(v, [](double x) { return std::asin(x); });
}
Value square_root(const Expression&, Values v) {
  return of_one(v, [](double x) { return std::sqrt(x); });
}
Value power(const Expression&, Values v) {
  return of_two(v, [](double x, double y) { return std::pow(x, y); });
}
Value radians(const Expression&, Values v) {
  return of_one(v, [](double degrees) { return degrees * (std::acos(-1.0) / 180); });
}
Value floored(const Expression&, Values v) {
  return of_one(v, [](double x) { return std::floor(x); });
}
Value raised(const Expression&, Values v) {
  return of_one(v, [](double x) { return std::ceil(x); });
}
Value rounded(const Expression&, Values v) {
  return of_one(v, [](double x) { return std::round(x); });
}

Value to_double(const Expression&, Values v) {
  return of_one(v, [](double x) { return x; });
}
Value to_float(const Expression&, Values v) {
  return of_one(v, [](double x) { return static_cast<float>(x); });
}
Value to_integer(const Expression&, Values v) {
  return of_one(v, [](double x) { return std::round(x); });
}

Value to_timestamp(const Expression&, Values v) {
  const auto time = as_timestamp(v[0]);
  return time ? Value{*time} : Value{};
}
Value to_date(const Expression&, Values v) {
  const auto time = as_timestamp(v[0]);
  return time ? Value{Timestamp{std::floor(time->seconds / 86400) * 86400}} : Value{};
}
Value strptime(const Expression&, Values v) {
  const auto seconds = parse_time(as_text(v[0]), as_text(v[1]));
  return seconds ? Value{Timestamp{*seconds}} : Value{};
}
Value epoch(const Expression&, Values v) {
  if (const auto* seconds = std::get_if<double>(&v[0].is)) return {*seconds};
  const auto time = as_timestamp(v[0]);
  return time ? Value{time->seconds} : Value{};
}

// clang-format off
constexpr auto numbers = Operands::numbers;
constexpr Function number_table[] = {
    {"+",              2, 2, numbers, true, plus,         nullptr},
    {"-",              2, 2, numbers, true, minus,        nullptr},
    {"*",              2, 2, numbers, true, times,        nullptr},
    {"/",              2, 2, numbers, true, divided,      nullptr},
    {"%",              2, 2, numbers, true, modulo,       nullptr},
    {"negative",       1, 1, numbers, true, negative,     nullptr},
    {"abs",            1, 1, numbers, true, absolute,     nullptr},
    {"sin",            1, 1, numbers, true, sine,         nullptr},
    {"cos",            1, 1, numbers, true, cosine,       nullptr},
    {"acos",           1, 1, numbers, true, arc_cosine,   nullptr},
    {"asin",           1, 1, numbers, true, arc_sine,     nullptr},
    {"sqrt",           1, 1, numbers, true, square_root,  nullptr},
    {"power",          2, 2, numbers, true, power,        nullptr},
    {"pow",            2, 2, numbers, true, power,        nullptr},
    {"radians",        1, 1, numbers, true, radians,      nullptr},
    {"floor",          1, 1, numbers, true, floored,      nullptr},
    {"ceil",           1, 1, numbers, true, raised,       nullptr},
    {"round",          1, 1, numbers, true, rounded,      nullptr},
    {"cast double",    1, 1, Operands::any, true, to_double,    nullptr},
    {"cast float",     1, 1, Operands::any, true, to_float,     nullptr},
    {"cast integer",   1, 1, Operands::any, true, to_integer,   nullptr},
    {"cast timestamp", 1, 1, Operands::any, true, to_timestamp, nullptr},
    {"cast date",      1, 1, Operands::any, true, to_date,      nullptr},
    {"strptime",       2, 2, Operands::texts, true, strptime,   nullptr},
    {"try_strptime",   2, 2, Operands::texts, true, strptime,   nullptr},
    {"epoch",          1, 1, Operands::timestamps, true, epoch, nullptr},
};
// clang-format on

}  // namespace

std::span<const Function> number_functions() { return number_table; }

}  // namespace splink::detail
