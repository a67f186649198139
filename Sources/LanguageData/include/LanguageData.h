// Language data files, embedded at build time. Swift sees each as a pointer and a length.
#pragma once
#include <stddef.h>

const unsigned char *tilik_language_id_start(void);
extern const size_t tilik_language_id_size;

const unsigned char *tilik_language_en_start(void);
extern const size_t tilik_language_en_size;

const unsigned char *tilik_language_neighbours_start(void);
extern const size_t tilik_language_neighbours_size;

const unsigned char *tilik_model_id_start(void);
extern const size_t tilik_model_id_size;

const unsigned char *tilik_model_en_start(void);
extern const size_t tilik_model_en_size;
