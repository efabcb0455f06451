//! How the finished notice is laid out. Both layouts tell the same facts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A layout.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    /// Short, situation by situation (GDPR 12(1): concise and easy to understand).
    #[default]
    Concise,
    /// The register table of some 25 rows that authorities and buyers know.
    Register,
}

impl Layout {
    /// All layouts, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Concise, Self::Register];

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Concise => "concise",
            Self::Register => "register",
        }
    }
}
