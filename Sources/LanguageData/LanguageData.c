#include "LanguageData.h"
