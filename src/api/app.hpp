#pragma once

#include <functional>
#include <string>

#include <nlohmann/json.hpp>

#include "access/viewer.hpp"
#include "base/date.hpp"
#include "gallery/gallery.hpp"
#include "gallery/past_pictures.hpp"
#include "http/events.hpp"
#include "http/router.hpp"
#include "store/consultation_log.hpp"
#include "store/store.hpp"

namespace api {

using Json = nlohmann::ordered_json;

/// What the routes work with. All of it outlives the router; any number of threads use it at once.
struct App {
  store::Store& store;
  store::ConsultationLog& log;
  gallery::Gallery& gallery;
  gallery::PastPictures& past;
  http::EventHub& events;
  std::function<base::Seconds()> clock;
};

/// Who asks, of a request that only the signed in may make.
const access::Viewer& viewer_of(const http::Request& request);

/// What a consultation shows: the reply, and what the log says of it.
struct Shown {
  Json body;
  std::string subject;  ///< by outside name
  model::Label label;   ///< the join of what is shown
  std::size_t records = 0;
};

/// Answers from the caller's exhibit and logs the consultation before a byte leaves: what cannot be
/// logged is not shown. Throws whatever `show` throws (Fault::missing for what is not there, or not
/// for this caller), and then nothing was shown.
http::Reply consult(const App& app, const http::Request& request, const std::string& action,
                    const std::function<Shown(const gallery::Exhibit&)>& show);

/// As consult, for what is not in a picture.
http::Reply disclose(const App& app, const http::Request& request, const std::string& action,
                     const Shown& shown);

http::Reply json_reply(const Json& body, int status = 200);

/// Which part of a list is asked for, from the parameters `cursor` and `limit`.
struct Page {
  std::size_t position = 0, limit = 20;
};
std::vector<http::Parameter> page_parameters();
Page page_of(const http::Request& request);
/// The cursor of the page that follows; null when there is none.
Json next_cursor(const Page& page, std::size_t shown, std::size_t total);
/// A page of a list that has `count` items in all, under that name, as api::page_of describes it.
Json list_json(const std::string& name, Json items, const Page& page, std::size_t count,
               const model::Label& label);

/// Under which events are published that only the pages of the caller's own session are told.
std::string session_key(const http::Request& request);

/// "why": what the caller says they look for, from the header RAPTOR-Reason.
std::string reason_of(const http::Request& request);

}  // namespace api
