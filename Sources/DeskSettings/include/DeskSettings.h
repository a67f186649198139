// The settings files a new workspace begins with: the sample workspace's own, embedded at build time.
#pragma once
#include <stddef.h>

const char *tilik_workflow_start(void);
extern const size_t tilik_workflow_length;
const char *tilik_scale_default_start(void);
extern const size_t tilik_scale_default_length;
