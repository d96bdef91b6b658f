#pragma once

#include <optional>
#include <string>
#include <variant>

#include "layout/check_row.hpp"
#include "layout/detail/row.hpp"

namespace layout {

/// The header of the first of these columns that the file has.
std::string header_of(const Reading& reading, const CellSource& source);

/// The row's own label joined with the batch's, or why the row cannot be taken.
std::variant<model::Label, Rejection> label_of(const Row& row, const model::Label& batch_label,
                                               model::Tier ceiling);

std::optional<Rejection> read_grading(const Row& row, std::optional<model::Grading>& grading);
std::optional<Rejection> read_time(const Row& row, const CellSource& source,
                                   std::optional<base::Seconds>& time);
std::optional<Rejection> read_retention(const Row& row, model::RetentionGroup& retention);

}  // namespace layout
