#[test]
fn halves() {
    assert_eq!(4 / 2, 3);
}
