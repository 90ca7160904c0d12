import java.util.List;

class Broken {
	int count = "größe";
    void old(Thread t) { t.stop(); List raw = List.of(); raw.add(missing); }
    /* 🚀 */ int rocket = "up";
}
