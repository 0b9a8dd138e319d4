//! The typed values of the model: each says what it accepts and reports what it does not.

mod contact;
mod measure;
mod text;

pub use contact::{Hours, Phone, PostalAddress, Url};
pub use measure::{Date, Money, Period};
pub use text::{Located, Placed, clean};
