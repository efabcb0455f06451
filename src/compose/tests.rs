//! What a reader gets, by section; and that any notice composes.

use super::*;
