//! What tests inside the library share, and tests that look across its modules. Only compiled for tests.

mod arbitrary;
mod clauses;
pub(crate) mod json;
