#pragma once

#include <string>
#include <string_view>

namespace resolve {

/// Canonical forms of identifiers: what is one number written two ways becomes one text. What
/// cannot be read keeps its letters and digits, folded, and so still matches itself exactly. All
/// return "" for what has no letter or digit.

/// E.164: "+447700900123" of 07700 900123, 0044 7700 900123 or +44 (0)7700 900123; a
/// spreadsheet's 4.477009E+11 is lost. By libphonenumber with the United Kingdom as home; by rule
/// where that refuses (the numbers reserved for drama and the unassigned country code 999 are not
/// numbers to it).
std::string canonical_phone(std::string_view text);

/// Letters and digits of a plate in capitals, without blanks.
std::string canonical_vehicle(std::string_view text);

/// Sort code and account number, "20-00-00 12345678" as "20000012345678"; an IBAN as itself without
/// blanks.
std::string canonical_account(std::string_view text);

/// Lower case, without blanks around it; the part after "+" of the local part kept (it is another
/// mailbox to some).
std::string canonical_email(std::string_view text);

/// Lower case, without a leading @ or blanks.
std::string canonical_handle(std::string_view text);

/// "NR1 1AA" of any spelling of a UK postcode; folded text if it has not that shape.
std::string canonical_postcode(std::string_view text);

/// The house of an address line: its first number with the letter that follows ("12a"), after "flat
/// 3" also "3/12a".
/// "" if the line has none.
std::string house_of(std::string_view line);

}  // namespace resolve
