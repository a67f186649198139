#include "IngestData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char article_model[] = {
#embed "article.model"
};
const unsigned char *tilik_article_model_start(void) { return article_model; }
const size_t tilik_article_model_size = sizeof article_model;
