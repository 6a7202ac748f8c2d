//! What every program with std weighs.

fn main() {
    println!("hello");
}
