//! The typed values of the model: each documents what it accepts and reports what it does not.

mod contact;
mod coordinates;
mod date;
mod email;
mod form;
mod hours;
mod language;
mod localized;
mod measure;
mod own_words;
mod phone;
mod text;

pub use contact::{AddressParts, PostalAddress, Url};
pub use coordinates::Coordinates;
pub use date::Date;
pub use email::Email;
pub use form::{Cerfa, FormNumber};
pub use hours::unread_hours;
pub use localized::Localized;
pub use measure::{Money, Period, is_euro};
pub use phone::{NotAPhone, Phone, PhoneNumber, Tariff};
pub use text::{Keyword, Located, Placed, clean};

pub use super::hours::Hours;
