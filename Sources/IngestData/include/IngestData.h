// The learned trees that isolate articles, embedded at build time. Swift sees them as a pointer and a length.
#pragma once
#include <stddef.h>

const unsigned char *tilik_article_model_start(void);
extern const size_t tilik_article_model_size;
