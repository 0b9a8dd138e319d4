//! Makes each image once, whoever asks for it, and caches it between builds.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::SystemTime;

use super::decode::decode;
use super::recipe::Recipe;
use super::{Damage, Kind, LARGEST_FILE, drawing, photo, svg};
use crate::cache::Cache;
use crate::model::ImageStyle;

/// What to make from which file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Order {
    /// The file.
    pub location: PathBuf,
    /// Its bytes.
    pub size: u64,
    /// When it was last written: a preview makes a changed file again.
    pub modified: Option<SystemTime>,
    /// What to make from it.
    pub recipe: Recipe,
}

/// What was made from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// What every browser loads: JPEG, PNG, or SVG.
    pub fallback: Arc<[u8]>,
    /// The WebP, if one was requested.
    pub webp: Option<Arc<[u8]>>,
}

impl Made {
    /// Bytes of the heavier of the two.
    pub fn bytes(&self) -> u64 {
        let webp = self.webp.as_ref().map_or(0, |webp| webp.len());
        self.fallback.len().max(webp) as u64
    }
}

/// One of the files made.
#[derive(Debug, Clone, Copy)]
enum Format {
    Fallback,
    WebP,
}

type Slot = Arc<OnceLock<Result<Made, Damage>>>;

/// What was made from a file in its last requested state: a preview does not keep earlier ones.
#[derive(Default)]
struct Shelf {
    size: u64,
    modified: Option<SystemTime>,
    slots: HashMap<Recipe, Slot>,
}

/// Makes images. The result depends only on the file and the recipe.
#[derive(Default)]
pub struct Studio {
    cache: Option<Arc<Cache>>,
    shelves: Mutex<HashMap<PathBuf, Shelf>>,
    /// Held while a very large image is decoded.
    large: Mutex<()>,
}

/// The version of the encoding: a new one makes all images again.
const STUDIO: &str = concat!("guichet ", env!("CARGO_PKG_VERSION"), ", images 2");

impl Studio {
    /// A studio that caches its results in `cache`.
    pub fn new(cache: Option<Arc<Cache>>) -> Self {
        Self {
            cache,
            ..Self::default()
        }
    }

    /// The result of an order. It is made now if necessary, while others that ask for it wait.
    ///
    /// # Errors
    ///
    /// If the file cannot be read or decoded.
    pub fn make(&self, order: &Order) -> Result<Made, Damage> {
        self.slot(order).get_or_init(|| self.produce(order)).clone()
    }

    /// The result of an order, if it has been made already.
    pub fn known(&self, order: &Order) -> Option<Result<Made, Damage>> {
        self.slot(order).get().cloned()
    }

    fn slot(&self, order: &Order) -> Slot {
        let mut shelves = self.shelves.lock().unwrap_or_else(PoisonError::into_inner);
        let shelf = shelves.entry(order.location.clone()).or_default();
        if (shelf.size, shelf.modified) != (order.size, order.modified) {
            *shelf = Shelf {
                size: order.size,
                modified: order.modified,
                slots: HashMap::new(),
            };
        }
        Arc::clone(shelf.slots.entry(order.recipe).or_default())
    }

    /// Deletes cache entries that nobody has requested for a month.
    pub fn prune(&self) {
        if let Some(cache) = &self.cache {
            cache.prune();
        }
    }

    fn produce(&self, order: &Order) -> Result<Made, Damage> {
        if order.size > LARGEST_FILE {
            return Err(Damage::TooLarge);
        }
        let file = crate::files::read_file(&order.location, LARGEST_FILE);
        let file = file.map_err(|error| Damage::Unreadable(error.to_string()))?;
        let recipe = &order.recipe;
        if recipe.kind == Kind::Vector {
            return Ok(Made {
                fallback: svg::clean(&file)?.into(),
                webp: None,
            });
        }
        let key = |format: Format| key(&file, recipe, format);
        if let Some(made) = self.kept(recipe, key) {
            return Ok(made);
        }
        let picture = decode(&file, recipe.side, &self.large)?;
        let (fallback, webp) = match (recipe.kind, recipe.style) {
            (Kind::Photo, ImageStyle::Colour | ImageStyle::Grey) => photo::encode(picture, recipe),
            _ => drawing::encode(&picture, recipe),
        };
        if let Some(cache) = &self.cache {
            cache.put(key(Format::Fallback), &(), &fallback);
            if let Some(webp) = &webp {
                cache.put(key(Format::WebP), &(), webp);
            }
        }
        Ok(Made {
            fallback: fallback.into(),
            webp: webp.map(Into::into),
        })
    }

    /// The cached result of an order, if it is complete.
    fn kept(&self, recipe: &Recipe, key: impl Fn(Format) -> blake3::Hash) -> Option<Made> {
        let cache = self.cache.as_ref()?;
        let fallback = cache.bytes(key(Format::Fallback))?.into();
        let webp = match recipe.webp {
            true => Some(cache.bytes(key(Format::WebP))?.into()),
            false => None,
        };
        Some(Made { fallback, webp })
    }
}

/// The BLAKE3 hash of everything that one of the files depends on.
fn key(file: &[u8], recipe: &Recipe, format: Format) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    // The hash of a file has a fixed length, so that the parts cannot run together.
    hasher.update(blake3::hash(file).as_bytes());
    hasher.update(format!("{STUDIO}, {format:?}, {recipe:?}").as_bytes());
    hasher.finalize()
}

#[cfg(test)]
mod tests {
    use super::super::recipe::Purpose;
    use super::*;

    #[test]
    fn what_was_made_of_a_file_before_it_changed_is_forgotten() {
        let order = |size, side| Order {
            location: "no/such/file.jpg".into(),
            size,
            modified: None,
            recipe: Recipe::new(Kind::Photo, ImageStyle::Grey, Purpose::Page, side, 9_000),
        };
        let studio = Studio::default();
        for side in [480, 320] {
            assert!(studio.make(&order(1, side)).is_err());
        }
        assert!(studio.known(&order(1, 480)).is_some());
        assert!(studio.known(&order(2, 480)).is_none());
        assert!(studio.known(&order(1, 320)).is_none());
    }
}
