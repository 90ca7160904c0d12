mod parts;

fn main() {
    let unused = 1;
    /* 🚀 für */ let count: u32 = "three";
    println!("{}", parts::half(count));
    missing();
}
