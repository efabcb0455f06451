//! Random values for property tests, of the types that proptest's derive makes badly.
//!
//! The derive gives an enum one value tree per variant, and each of them holds a whole test runner: 550 bytes a variant.
//! An unoptimised build moves such trees by value through dozens of frames, so a notice of 53 KB overflowed the 2 MiB
//! stack of a test thread. Below, an enum without fields is one index into its list, and an answer is on the heap.

use crate::content::CLAUSES;
use crate::notice::answer::Answer;
use crate::notice::statement::Clause;
use crate::notice::{RegisterKind, Trade};
use crate::section::SectionId;
use proptest::prelude::*;
use proptest::sample::{Select, select};

macro_rules! one_of_all {
    ($($choice:ty),+) => {
        $(impl Arbitrary for $choice {
            type Parameters = ();
            type Strategy = Select<Self>;

            fn arbitrary_with((): ()) -> Self::Strategy {
                select(Self::ALL.to_vec())
            }
        })+
    };
}
one_of_all!(RegisterKind, Trade, SectionId);

/// Mostly a clause of the catalogue, so that rules have something to say about it.
impl Arbitrary for Clause {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        let known: Vec<_> = CLAUSES.iter().map(|clause| clause.id.to_owned()).collect();
        prop_oneof![3 => select(known), 1 => any::<String>()].prop_map(|id| Self { id }).boxed()
    }
}

impl<T: Arbitrary + Clone + 'static> Arbitrary for Answer<T> {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        let empty = select(vec![Self::Unanswered, Self::Unknown, Self::No]);
        prop_oneof![1 => empty, 1 => any::<T>().prop_map(Self::Yes)].boxed()
    }
}
