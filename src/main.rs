//! The browser app's entry.

fn main() {
    #[cfg(target_arch = "wasm32")]
    seloste::ui::start();
}
