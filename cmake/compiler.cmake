# What every target is compiled with. Presets choose SANITIZE and HARDEN; nothing else differs between builds.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
option(RAPTOR_SANITIZE "address and undefined-behaviour sanitizers" OFF)
option(RAPTOR_HARDEN "the hardening flags of the OpenSSF guide" OFF)

# Same input, same answer: no fused multiply-add, no fast-math, no instructions of this machine only.
add_compile_options(-ffp-contract=off)
# Designated initialisers leave fields out on purpose.
add_compile_options(-Wall -Wextra -Wshadow -Wconversion -Wformat=2 -Wimplicit-fallthrough -Werror
                    -Wno-missing-field-initializers)
add_compile_definitions(_GLIBCXX_ASSERTIONS RAPTOR_VERSION="${PROJECT_VERSION}")
add_compile_options(-include ${CMAKE_CURRENT_LIST_DIR}/posix_names.hpp)
if(CMAKE_UNITY_BUILD)
  # In a batch a file's own namespace seems to be a header's.
  add_compile_options(-Wno-subobject-linkage)
endif()
add_link_options(-fuse-ld=mold)

if(RAPTOR_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

# Not -ftrivial-auto-var-init=zero: with it g++ 12.2 cleared parts of a struct that was already filled
# (threat::Prominence on its way into a vector, 2026-11-22; tests/service/same-bytes found it).
if(RAPTOR_HARDEN)
  add_compile_options(-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-clash-protection -fstack-protector-strong
                      -fcf-protection=full -fno-delete-null-pointer-checks
                      -fno-strict-aliasing -fno-strict-overflow -Wtrampolines)
  add_link_options(-Wl,-z,nodlopen,-z,noexecstack,-z,relro,-z,now)
endif()
include(CheckPIESupported)
check_pie_supported()
find_program(CCACHE ccache)
if(CCACHE)
  # What one clone compiled serves another.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
  add_compile_options(-ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)
endif()
