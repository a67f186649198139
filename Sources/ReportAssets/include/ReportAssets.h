#pragma once
#include <stddef.h>

/// A file that is part of the program.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} tilik_asset;

extern const tilik_asset tilik_style;
extern const tilik_asset tilik_card_style;
extern const tilik_asset tilik_audit_script;
extern const tilik_asset tilik_index_script;
extern const tilik_asset tilik_register_script;
extern const tilik_asset tilik_page_script;
