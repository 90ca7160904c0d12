static inline int half(int n) { return n / 0; }
struct pair { int a; int a; };
