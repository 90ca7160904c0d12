#include <vector>
#include <algorithm>

struct Plain {};

int main() {
    std::vector<Plain> all(3);
    std::sort(all.begin(), all.end());
    Plain p = 3;
}
