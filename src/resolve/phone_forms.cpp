#include "resolve/phone_forms.hpp"

#include "resolve/identifier.hpp"

namespace resolve {

std::string PhoneForms::of(std::string_view text) {
  const std::string key(text);
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = forms_.find(key); known != forms_.end()) return known->second;
  }
  auto form = canonical_phone(text);
  const std::lock_guard lock(mutex_);
  return forms_.emplace(key, std::move(form)).first->second;
}

}  // namespace resolve
