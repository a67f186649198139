// The settings files a new workspace begins with: the sample workspace's own, embedded at build time.
#pragma once
#include <stddef.h>

const char *tilik_workflow_start(void);
extern const size_t tilik_workflow_length;
const char *tilik_scale_default_start(void);
extern const size_t tilik_scale_default_length;
const char *tilik_scale_politifact_start(void);
extern const size_t tilik_scale_politifact_length;
const char *tilik_scale_mafindo_start(void);
extern const size_t tilik_scale_mafindo_length;
const char *tilik_scale_tempo_start(void);
extern const size_t tilik_scale_tempo_length;
const char *tilik_scale_africa_check_start(void);
extern const size_t tilik_scale_africa_check_length;
