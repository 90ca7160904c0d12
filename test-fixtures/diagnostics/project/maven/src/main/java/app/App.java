package app;

import java.util.List;

class App {
    List raw = List.of();
	int count = "three";
    /* 🚀 */ String name() { return missing; }
}
