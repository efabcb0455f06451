//! All tests that look at Seloste from outside: one binary, one module per theme.

mod golden;
mod pdf;
