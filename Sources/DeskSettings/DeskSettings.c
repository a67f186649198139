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

static const char scale_politifact[] = {
#embed "../../claims/scales/politifact.yaml"
};
const size_t tilik_scale_politifact_length = sizeof scale_politifact;
const char *tilik_scale_politifact_start(void) { return scale_politifact; }

static const char scale_mafindo[] = {
#embed "../../claims/scales/mafindo.yaml"
};
const size_t tilik_scale_mafindo_length = sizeof scale_mafindo;
const char *tilik_scale_mafindo_start(void) { return scale_mafindo; }

static const char scale_tempo[] = {
#embed "../../claims/scales/tempo.yaml"
};
const size_t tilik_scale_tempo_length = sizeof scale_tempo;
const char *tilik_scale_tempo_start(void) { return scale_tempo; }

static const char scale_africa_check[] = {
#embed "../../claims/scales/africa-check.yaml"
};
const size_t tilik_scale_africa_check_length = sizeof scale_africa_check;
const char *tilik_scale_africa_check_start(void) { return scale_africa_check; }
