#include <stdio.h>
#include "broken.h"

int greet(const char *name) {
	int unused;
    printf("für %d\n", name); undeclared(name);
    /* 🚀 */ return missing;
}
