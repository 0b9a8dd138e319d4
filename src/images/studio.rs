//! Makes each image once, whoever asks for it, and caches it between builds.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::SystemTime;

use super::decode::decode;
use super::recipe::Recipe;
use super::{Damage, ImageKind, LARGEST_FILE, drawing, ground, photo, svg};
use crate::cache::Cache;
use crate::model::ImageStyle;
use crate::reasons::reason;

/// What to make from which file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ImageOrder {
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
pub struct MadeImages {
    /// What every browser loads: JPEG, PNG, or SVG.
    pub fallback: Arc<[u8]>,
    /// The WebP, if one was requested.
    pub webp: Option<Arc<[u8]>>,
}

impl MadeImages {
    /// Bytes of the heavier of the two.
    pub fn bytes(&self) -> u64 {
        let webp = self.webp.as_ref().map_or(0, |webp| webp.len());
        self.fallback.len().max(webp) as u64
    }
}

/// One of the files made.
#[derive(Debug, Clone, Copy)]
enum MadeFormat {
    Fallback,
    WebP,
}

type Slot = Arc<OnceLock<Result<MadeImages, Damage>>>;

/// What was made from a file in its last requested state: a preview does not keep earlier ones.
#[derive(Default)]
struct ImageSlots {
    size: u64,
    modified: Option<SystemTime>,
    slots: HashMap<Recipe, Slot>,
}

/// Makes images. The result depends only on the file and the recipe.
#[derive(Default)]
pub struct Studio {
    cache: Option<Arc<Cache>>,
    shelves: Mutex<HashMap<PathBuf, ImageSlots>>,
    /// Held while a very large image is decoded.
    large: Mutex<()>,
}

/// The version of the encoding: a new one makes all images again.
const STUDIO: &str = concat!("guichet ", env!("CARGO_PKG_VERSION"), ", images 3");

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
    pub fn make(&self, order: &ImageOrder) -> Result<MadeImages, Damage> {
        self.slot(order).get_or_init(|| self.produce(order)).clone()
    }

    /// The result of an order, if it has been made already.
    pub fn known(&self, order: &ImageOrder) -> Option<Result<MadeImages, Damage>> {
        self.slot(order).get().cloned()
    }

    fn slot(&self, order: &ImageOrder) -> Slot {
        let mut shelves = self.shelves.lock().unwrap_or_else(PoisonError::into_inner);
        let shelf = shelves.entry(order.location.clone()).or_default();
        if (shelf.size, shelf.modified) != (order.size, order.modified) {
            *shelf = ImageSlots {
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

    fn produce(&self, order: &ImageOrder) -> Result<MadeImages, Damage> {
        if order.size > LARGEST_FILE {
            return Err(Damage::TooLarge);
        }
        let file = crate::files::read_file(&order.location, LARGEST_FILE);
        let file = file.map_err(|error| Damage::Unreadable(reason(&error)))?;
        let recipe = &order.recipe;
        if recipe.kind == ImageKind::Vector {
            return Ok(MadeImages {
                fallback: ground::behind(svg::clean(&file)?, recipe.ground).into(),
                webp: None,
            });
        }
        let key = |format: MadeFormat| key(&file, recipe, format);
        if let Some(made) = self.kept(recipe, key) {
            return Ok(made);
        }
        let picture = decode(&file, recipe.side, recipe.ground, &self.large)?;
        let (fallback, webp) = match (recipe.kind, recipe.style) {
            (ImageKind::Photo, ImageStyle::Colour | ImageStyle::Grey) => {
                photo::encode(picture, recipe)
            }
            _ => drawing::encode(&picture, recipe),
        };
        if let Some(cache) = &self.cache {
            cache.put(key(MadeFormat::Fallback), &(), &fallback);
            if let Some(webp) = &webp {
                cache.put(key(MadeFormat::WebP), &(), webp);
            }
        }
        Ok(MadeImages {
            fallback: fallback.into(),
            webp: webp.map(Into::into),
        })
    }

    /// The cached result of an order, if it is complete.
    fn kept(
        &self,
        recipe: &Recipe,
        key: impl Fn(MadeFormat) -> blake3::Hash,
    ) -> Option<MadeImages> {
        let cache = self.cache.as_ref()?;
        let fallback = cache.bytes(key(MadeFormat::Fallback))?.into();
        let webp = match recipe.webp {
            true => Some(cache.bytes(key(MadeFormat::WebP))?.into()),
            false => None,
        };
        Some(MadeImages { fallback, webp })
    }
}

/// The BLAKE3 hash of everything that one of the files depends on.
fn key(file: &[u8], recipe: &Recipe, format: MadeFormat) -> blake3::Hash {
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
    use crate::model::Colour;

    #[test]
    fn what_was_made_of_a_file_before_it_changed_is_forgotten() {
        let order = |size, side| ImageOrder {
            location: "no/such/file.jpg".into(),
            size,
            modified: None,
            recipe: Recipe::new(
                ImageKind::Photo,
                ImageStyle::Grey,
                Purpose::Page,
                side,
                9_000,
                Colour::default(),
            ),
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
