// libcurl's option setters are variadic, which Swift cannot call. One function a value type, nothing else.
#pragma once
#include <curl/curl.h>

/// Sets an option that takes a long.
CURLcode tilik_curl_set_long(CURL *handle, CURLoption option, long value);
/// Sets an option that takes a text, which libcurl copies.
CURLcode tilik_curl_set_text(CURL *handle, CURLoption option, const char *value);
/// Sets an option that takes a pointer, which has to live as long as the handle uses it.
CURLcode tilik_curl_set_pointer(CURL *handle, CURLoption option, const void *value);
/// Sets the body of a POST, which libcurl copies.
CURLcode tilik_curl_set_body(CURL *handle, const void *bytes, long length);
/// Sets a function that takes pieces of the body or header lines.
CURLcode tilik_curl_set_sink(CURL *handle, CURLoption option, curl_write_callback function);
/// Sets the function that is told what is sent.
CURLcode tilik_curl_set_debug(CURL *handle, curl_debug_callback function);
/// Sets the function that is asked before every request, also on a connection that is used again.
CURLcode tilik_curl_set_prereq(CURL *handle, curl_prereq_callback function);

/// Sets the function that opens the socket of every new connection, or refuses to.
CURLcode tilik_curl_set_opensocket(CURL *handle, curl_opensocket_callback function);

/// Reads a long about a finished transfer.
CURLcode tilik_curl_get_long(CURL *handle, CURLINFO info, long *value);
/// Reads a text about a finished transfer, which libcurl owns.
CURLcode tilik_curl_get_text(CURL *handle, CURLINFO info, const char **value);
/// Sets an option of the multi interface that takes a long.
CURLMcode tilik_curl_multi_set_long(CURLM *multi, CURLMoption option, long value);
/// The result inside a message, whose place in it is a union.
CURLcode tilik_curl_message_result(const CURLMsg *message);
