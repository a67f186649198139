// Language data files, embedded at build time. Swift sees each as a pointer and a length.
#pragma once
#include <stddef.h>
