#include "DeskSettings.h"

static const char workflow[] = {
#embed "../../claims/workflow.yaml"
};
const size_t tilik_workflow_length = sizeof workflow;
const char *tilik_workflow_start(void) { return workflow; }

static const char scale_default[] = {
#embed "../../claims/scales/default.yaml"
};
const size_t tilik_scale_default_length = sizeof scale_default;
const char *tilik_scale_default_start(void) { return scale_default; }
