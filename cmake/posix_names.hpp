// Included before everything. <unistd.h>, which <memory> includes, declares a global function
// `access`; no namespace of that name could be beside it. We have the namespace, and call the
// function by no name at all: asking whether a file may be opened, then opening it, is a race.
#pragma once
#define access posix_access_is_not_to_be_called
#include <unistd.h>
#undef access
