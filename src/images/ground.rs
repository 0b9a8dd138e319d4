//! Puts pictures that are white on nothing, as logos for dark headers are, on a ground of the site's colour: on a white page or paper
//! nobody would see them.

use image::{Rgb, RgbImage, RgbaImage};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::model::Colour;

/// How much wider and taller a picture becomes with its ground, in percent on each side.
const MARGIN: u32 = 8;

/// A channel from which on a colour looks white beside white.
const LIGHT: u8 = 0xe0;

/// A picture without transparency: white shows through, or the ground if white would hide the picture.
pub fn flat(picture: &RgbaImage, ground: Colour) -> RgbImage {
    if !is_light(picture) {
        return on(picture, [255; 3], 0);
    }
    on(picture, ground.channels(), MARGIN)
}

/// Whether nearly all that can be seen of a picture is white, and much of it is transparent.
fn is_light(picture: &RgbaImage) -> bool {
    let (mut seen, mut dark) = (0_u64, 0_u64);
    for pixel in picture.pixels() {
        let [red, green, blue, alpha] = pixel.0;
        seen += u64::from(alpha);
        if red.min(green).min(blue) < LIGHT {
            dark += u64::from(alpha);
        }
    }
    let whole = u64::from(picture.width()) * u64::from(picture.height()) * 255;
    seen > 0 && dark * 50 <= seen && seen * 10 <= whole * 9
}

/// The picture on a colour that surrounds it by so many percent.
fn on(picture: &RgbaImage, ground: [u8; 3], margin: u32) -> RgbImage {
    let around = |side: u32| side.saturating_mul(margin).div_ceil(100);
    let (left, top) = (around(picture.width()), around(picture.height()));
    let (width, height) = (picture.width() + 2 * left, picture.height() + 2 * top);
    let mut flat = RgbImage::from_pixel(width, height, Rgb(ground));
    for (x, y, from) in picture.enumerate_pixels() {
        let to = flat.get_pixel_mut(x + left, y + top);
        let alpha = u32::from(from.0[3]);
        for (to, from) in to.0.iter_mut().zip(from.0) {
            let mixed = (u32::from(from) * alpha + u32::from(*to) * (255 - alpha) + 127) / 255;
            *to = u8::try_from(mixed).unwrap_or(u8::MAX);
        }
    }
    flat
}

/// Properties that paint.
const PAINTS: &[&str] = &["fill", "stroke", "stop-color"];

/// Elements that are seen.
const SHAPES: &[&str] = &[
    "path", "rect", "circle", "ellipse", "polygon", "polyline", "line", "text", "use",
];

/// Elements of which only the outline matters, or nothing.
const UNSEEN: &[&str] = &["clipPath", "mask", "metadata", "title", "desc"];

/// A drawing, with a ground behind it if everything in it is white.
pub fn behind(drawing: Vec<u8>, ground: Colour) -> Vec<u8> {
    let grounded = std::str::from_utf8(&drawing)
        .ok()
        .filter(|text| is_light_drawing(text))
        .and_then(|text| with_ground(text, ground));
    grounded.map_or(drawing, String::into_bytes)
}

/// Whether every paint of a drawing is white, and nothing is left to the black of what has none.
fn is_light_drawing(text: &str) -> bool {
    let mut reader = Reader::from_str(text);
    // For each open element: whether it or one around it says how shapes are filled, whether it or one around it has a class, and whether
    // it is seen.
    let mut open: Vec<(bool, bool, bool)> = Vec::new();
    let mut in_style = false;
    let mut styled = false;
    let mut light = false;
    // Whether a shape has neither a paint nor a name by which a style sheet paints it, or has only such a name.
    let mut black = false;
    let mut classed = false;
    loop {
        let (element, has_end) = match reader.read_event() {
            Ok(Event::Start(element)) => (element, true),
            Ok(Event::Empty(element)) => (element, false),
            Ok(Event::End(_)) => {
                open.pop();
                in_style = false;
                continue;
            }
            Ok(Event::Text(css)) if in_style => {
                match declared(&String::from_utf8_lossy(&css)) {
                    None => return false,
                    Some(paints) => styled |= paints,
                }
                continue;
            }
            Ok(Event::CData(css)) if in_style => {
                match declared(&String::from_utf8_lossy(&css)) {
                    None => return false,
                    Some(paints) => styled |= paints,
                }
                continue;
            }
            Ok(Event::Eof) => return (styled || light && !classed) && !black,
            Err(_) => return false,
            Ok(_) => continue,
        };
        let (mut filled, named, seen) = open.last().copied().unwrap_or((false, false, true));
        let named = named || has_class(&element);
        let name = element.local_name();
        let name = std::str::from_utf8(name.as_ref()).unwrap_or_default();
        let seen = seen && !UNSEEN.contains(&name);
        if seen {
            match painted(&element) {
                None => return false,
                Some(says) => {
                    light |= says;
                    filled |= says;
                }
            }
            // What is in an image is not known.
            if matches!(name, "image" | "feImage") {
                return false;
            }
            let unfilled = SHAPES.contains(&name) && !filled;
            black |= unfilled && !named;
            classed |= unfilled && named;
        }
        if has_end {
            in_style = name == "style";
            open.push((filled, named, seen));
        }
    }
}

/// Whether a style sheet can paint an element by its class or its name.
fn has_class(element: &BytesStart<'_>) -> bool {
    let mut attributes = element.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    attributes.any(|attribute| {
        let key: &[u8] = attribute.key.as_ref();
        matches!(key, b"class" | b"id")
    })
}

/// Whether the attributes of an element paint; `None` if they paint anything but white.
fn painted(element: &BytesStart<'_>) -> Option<bool> {
    let mut says = false;
    for attribute in element.attributes().with_checks(false).flatten() {
        let key = attribute.key.local_name();
        let value = String::from_utf8_lossy(&attribute.value);
        match std::str::from_utf8(key.as_ref()) {
            Ok("style") => says |= declared(&value)?,
            Ok(key) if PAINTS.contains(&key) => says |= is_white(&value)?,
            _ => {}
        }
    }
    Some(says)
}

/// Whether declarations of CSS paint; `None` if they paint anything but white.
fn declared(css: &str) -> Option<bool> {
    let mut says = false;
    for declaration in css.split([';', '{', '}']) {
        let Some((property, value)) = declaration.split_once(':') else {
            continue;
        };
        if PAINTS.contains(&property.trim()) {
            says |= is_white(value)?;
        }
    }
    Some(says)
}

/// Whether a paint is white or, if not, nothing; `None` if it can be seen on white.
fn is_white(paint: &str) -> Option<bool> {
    let paint = paint.trim().trim_end_matches("!important").trim();
    let paint = paint.to_ascii_lowercase();
    if matches!(paint.as_str(), "none" | "transparent" | "inherit") || paint.starts_with("url(") {
        return Some(false);
    }
    let channels: Vec<f64> = if paint == "white" {
        vec![255.0]
    } else if let Some(digits) = paint.strip_prefix('#') {
        let wide = if digits.len() >= 6 { 2 } else { 1 };
        let channel = |digits: &[u8]| {
            let digits = std::str::from_utf8(digits).ok()?;
            let number = u8::from_str_radix(digits, 16).ok()?;
            Some(f64::from(if wide == 1 { number * 17 } else { number }))
        };
        digits
            .as_bytes()
            .chunks(wide)
            .take(3)
            .map(channel)
            .collect::<Option<_>>()?
    } else {
        let inside = paint.strip_prefix("rgb")?.trim_start_matches('a');
        let inside = inside.strip_prefix('(')?.strip_suffix(')')?;
        let channel = |part: &str| match part.strip_suffix('%') {
            Some(share) => share.parse::<f64>().ok().map(|share| share * 2.55),
            None => part.parse().ok(),
        };
        inside
            .split([',', ' ', '/'])
            .filter(|part| !part.is_empty())
            .take(3)
            .map(channel)
            .collect::<Option<_>>()?
    };
    let is_light = !channels.is_empty() && channels.iter().all(|c| *c >= f64::from(LIGHT));
    is_light.then_some(true)
}

/// The drawing with a margin, and a rectangle of the colour behind it; `None` if it does not say how large it is.
fn with_ground(text: &str, ground: Colour) -> Option<String> {
    let mut reader = Reader::from_str(text);
    let (begin, end, root) = loop {
        let begin = usize::try_from(reader.buffer_position()).ok()?;
        match reader.read_event().ok()? {
            Event::Start(root) => {
                let end = usize::try_from(reader.buffer_position()).ok()?;
                break (begin, end, root.into_owned());
            }
            Event::Eof | Event::Empty(_) => return None,
            _ => {}
        }
    };
    let value = |name: &str| {
        let attribute = root.try_get_attribute(name).ok()??;
        Some(String::from_utf8_lossy(&attribute.value).into_owned())
    };
    let view: Vec<f64> = match value("viewBox") {
        Some(view) => view
            .split([' ', ',', '\t', '\n'])
            .filter(|number| !number.is_empty())
            .map(|number| number.parse().ok())
            .collect::<Option<_>>()?,
        None => {
            let side = |name| value(name)?.trim_end_matches("px").parse().ok();
            vec![0.0, 0.0, side("width")?, side("height")?]
        }
    };
    let [x, y, width, height] = view[..] else {
        return None;
    };
    if !view.iter().all(|number| number.is_finite()) || width <= 0.0 || height <= 0.0 {
        return None;
    }
    let margin = f64::from(MARGIN) / 100.0;
    let (left, top) = (x - width * margin, y - height * margin);
    let (width, height) = (width + 2.0 * (x - left), height + 2.0 * (y - top));
    let mut root = {
        let mut kept = root.clone();
        kept.clear_attributes();
        let mut attributes = root.attributes();
        let others = attributes.with_checks(false).flatten();
        kept.extend_attributes(others.filter(|one| one.key.as_ref() != b"viewBox"));
        kept
    };
    root.push_attribute(("viewBox", &*format!("{left} {top} {width} {height}")));
    let prefix = root
        .name()
        .prefix()
        .map(|prefix| prefix.into_inner().to_vec());
    let prefix = prefix.map_or_else(String::new, |prefix| {
        format!("{}:", String::from_utf8_lossy(&prefix))
    });
    let root = String::from_utf8_lossy(&root).into_owned();
    let colour = ground.hex();
    let (before, after) = (text.get(..begin)?, text.get(end..)?);
    Some(format!(
        "{before}<{root}><{prefix}rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" fill=\"{colour}\"/>{after}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 50'>";

    #[test]
    fn a_white_picture_gets_a_ground_and_others_white() {
        let ground = Colour::default();
        let mut picture = RgbaImage::from_pixel(100, 50, image::Rgba([0, 0, 0, 0]));
        for x in 20..60 {
            picture.put_pixel(x, 25, image::Rgba([255; 4]));
        }
        let on_ground = flat(&picture, ground);
        assert_eq!(on_ground.dimensions(), (116, 58));
        assert_eq!(on_ground.get_pixel(0, 0).0, ground.channels());
        assert_eq!(on_ground.get_pixel(28, 29).0, [255; 3]);
        picture.put_pixel(70, 25, image::Rgba([200, 0, 0, 255]));
        picture.put_pixel(71, 25, image::Rgba([200, 0, 0, 255]));
        let on_white = flat(&picture, ground);
        assert_eq!(on_white.get_pixel(0, 0).0, [255; 3]);
        assert_eq!(on_white.dimensions(), (100, 50));
        // A white card with something written on it is no white drawing.
        let card = RgbaImage::from_pixel(9, 9, image::Rgba([255; 4]));
        assert_eq!(flat(&card, ground).get_pixel(4, 4).0, [255; 3]);
    }

    #[test]
    fn a_drawing_is_white_if_all_its_paints_are() {
        for light in [
            "<path fill='#fff' d='M0 0h9'/>",
            "<g fill='white'><path d='M0 0h9'/><circle r='2' fill='#FAFAFA'/></g>",
            "<style>.a{fill:#ffffff;stroke:none}</style><path class='a' d='M0 0h9'/>",
            "<path style='fill: rgb(255, 255, 255)' d='M0 0h9'/>",
            "<defs><clipPath id='c'><rect width='9' height='9'/></clipPath></defs><path fill='#fff' d='M0 0h9'/>",
            "<path fill='none' stroke='rgb(100%,100%,100%)' d='M0 0h9'/>",
        ] {
            assert!(is_light_drawing(&format!("{SVG}{light}</svg>")), "{light}");
        }
        for dark in [
            "",
            "<path d='M0 0h9'/>",
            "<path d='M0 0h9'/><path fill='#fff' d='M0 0h9'/>",
            "<path fill='#fff' stroke='#000' d='M0 0h9'/>",
            "<style>.a{fill:#fff}.b{fill:#e30}</style><path class='a' d='M0 0h9'/>",
            // As Illustrator writes black with white in it.
            "<style>.a{fill:#fff}</style><path d='M0 0h9'/><path class='a' d='M0 0h9'/>",
            "<path class='b' d='M0 0h9'/><path fill='#fff' d='M0 0h9'/>",
            "<path fill='#fff' d='M0 0h9'/><image href='data:image/png;base64,AA=='/>",
            "<path fill='currentColor' d='M0 0h9'/>",
            "<path fill='#fé' d='M0 0h9'/>",
        ] {
            assert!(!is_light_drawing(&format!("{SVG}{dark}</svg>")), "{dark}");
        }
    }

    #[test]
    fn the_ground_is_behind_all_of_the_drawing() {
        let drawing = format!("<?xml version='1.0'?>\n{SVG}<path fill='#fff' d='M0 0h9'/></svg>");
        let grounded = behind(drawing.clone().into_bytes(), Colour::default());
        let grounded = String::from_utf8(grounded).unwrap();
        assert!(grounded.contains("viewBox=\"-8 -4 116 58\""), "{grounded}");
        let rect = grounded.find("fill=\"#004d40\"").unwrap();
        assert!(rect < grounded.find("<path").unwrap(), "{grounded}");
        let endless = drawing.replace("0 0 100 50", "0 0 inf 50");
        assert_eq!(
            behind(endless.clone().into_bytes(), Colour::default()),
            endless.into_bytes()
        );
        assert_eq!(
            behind(grounded.clone().into_bytes(), Colour::default()),
            grounded.into_bytes()
        );
    }
}
