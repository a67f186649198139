#include "LanguageData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char language_id[] = {
#embed "Languages/id.txt"
    ,
#embed "Languages/id.common.txt"
    ,
#embed "Languages/names.txt"
};
const unsigned char *tilik_language_id_start(void) { return language_id; }
const size_t tilik_language_id_size = sizeof language_id;

static const unsigned char language_en[] = {
#embed "Languages/en.txt"
    ,
#embed "Languages/en.common.txt"
    ,
#embed "Languages/names.txt"
};
const unsigned char *tilik_language_en_start(void) { return language_en; }
const size_t tilik_language_en_size = sizeof language_en;

static const unsigned char language_neighbours[] = {
#embed "Languages/neighbours.txt"
};
const unsigned char *tilik_language_neighbours_start(void) { return language_neighbours; }
const size_t tilik_language_neighbours_size = sizeof language_neighbours;

static const unsigned char model_id[] = {
#embed "models/id.model"
};
const unsigned char *tilik_model_id_start(void) { return model_id; }
const size_t tilik_model_id_size = sizeof model_id;

static const unsigned char model_en[] = {
#embed "models/en.model"
};
const unsigned char *tilik_model_en_start(void) { return model_en; }
const size_t tilik_model_en_size = sizeof model_en;
