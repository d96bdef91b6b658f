#include "store/detail/sqlite_errors.hpp"

#include <string>

#include <sqlite3.h>

#include "base/error.hpp"

namespace store {

namespace {

std::string sentence_of(const SQLite::Exception& error) {
  switch (error.getErrorCode()) {
    case SQLITE_FULL:
      return "the disk is full: nothing of this was saved; make room and try again";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "another program is writing to the store; try again when it has finished";
    case SQLITE_NOTADB:
      return "raptor.db is not a RAPTOR store; name another folder, or restore it from a backup";
    case SQLITE_CORRUPT:
      return "the store is damaged; stop writing to it and restore it from a backup";
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return "the store may not be written to; check the permissions of its folder";
    case SQLITE_CANTOPEN:
      return "the store cannot be opened; check that its folder exists and may be written to";
    case SQLITE_IOERR:
      return "the disk failed: nothing of this was saved; check the disk before going on";
    case SQLITE_NOMEM:
      return "the store ran out of memory; nothing of this was saved";
    case SQLITE_TOOBIG:
      return "a text is too long for the store (a thousand million bytes); nothing was saved";
    default:
      return "the store failed";
  }
}

}  // namespace

void throw_in_words(const SQLite::Exception& error) {
  throw base::Error(base::Fault::unavailable,
                    sentence_of(error) + " (SQLite: " + error.what() + ")");
}

bool is_disk_failure(const SQLite::Exception& error) {
  return error.getErrorCode() == SQLITE_IOERR || error.getErrorCode() == SQLITE_CORRUPT;
}

}  // namespace store
