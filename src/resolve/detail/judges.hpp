#pragma once

#include <memory>

#include "resolve/detail/comparer.hpp"
#include "resolve/detail/linkage.hpp"

namespace resolve::detail {

/// Makes those who answer what clustering asks about the rows of one table, under one model. Refers
/// to all that it is given; must outlive the judges.
class Judges {
 public:
  Judges(const EncodedTable& table, const Comparer& comparer, const Model& model,
         Memories& memories);
  ~Judges();

  Judge make() const;

 private:
  class Scorer;
  class Veto;

  const Comparer& comparer_;
  const Model& model_;
  Memories& memories_;
  const std::unique_ptr<const Veto> veto_;
};

}  // namespace resolve::detail
