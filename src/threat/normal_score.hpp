#pragma once

namespace threat {

/// The standard normal deviate below which a share of the population lies, 0 < share < 1, to about
/// one part in 10^16. Wichura (1988), Algorithm AS 241: The percentage points of the normal
/// distribution, Applied Statistics 37, PPND16.
double normal_score(double share);

}  // namespace threat
