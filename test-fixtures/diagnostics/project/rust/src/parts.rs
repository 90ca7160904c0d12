use std::fmt;

pub fn half(n: u32) -> u32 {
    let text = String::from("x");
    drop(text);
    drop(text);
    n / 2
}
