// libcurl's option setters are variadic, which Swift cannot call. One function a value type, nothing else.
#pragma once
#include <curl/curl.h>

/// Sets an option that takes a long.
CURLcode tilik_curl_set_long(CURL *handle, CURLoption option, long value);
