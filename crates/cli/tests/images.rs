//! Published images are small, upright and free of camera metadata; malicious files do no harm.
#![allow(clippy::unwrap_used, clippy::panic)]

mod site;

use std::path::Path;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use jpeg_encoder::{ColorType, Encoder};
use site::TestSite;

/// A picture with as much detail as a photograph of leaves, equal on every machine; red on its left half, blue on its right.
fn scene(width: u32, height: u32) -> RgbImage {
    let mut state = 1u32;
    RgbImage::from_fn(width, height, |x, y| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let grain = u8::try_from(state >> 27).unwrap();
        let wave = (f64::from(x + y) / 30.0).sin() * 40.0 + 60.0;
        let wave = wave as u8 + grain;
        match x < width / 2 {
            true => Rgb([150 + wave / 2, wave, wave]),
            false => Rgb([wave, wave, 150 + wave / 2]),
        }
    })
}

/// An EXIF block (TIFF 6.0) of a camera that lay on its side, with the name of a place.
fn exif(orientation: u8) -> Vec<u8> {
    let mut block = b"MM\0\x2a\0\0\0\x08\0\x02".to_vec();
    block.extend(b"\x01\x0e\0\x02\0\0\0\x0c\0\0\0\x26");
    block.extend([1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    block.extend(b"\0\0\0\0Exempleville\0");
    block
}

fn photograph(width: u32, height: u32, orientation: u8) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, 92);
    encoder.add_exif_metadata(&exif(orientation)).unwrap();
    let side = |pixels: u32| u16::try_from(pixels).unwrap();
    let picture = scene(width, height);
    encoder
        .encode(&picture, side(width), side(height), ColorType::Rgb)
        .unwrap();
    file
}

fn png(picture: impl Into<DynamicImage>) -> Vec<u8> {
    let mut file = std::io::Cursor::new(Vec::new());
    picture
        .into()
        .write_to(&mut file, ImageFormat::Png)
        .unwrap();
    file.into_inner()
}

const CONFIG: &str = "titre: Essai\ncontrôles: { never-reviewed: non, no-route: non }\n";

fn site_with(text: &str, images: &[(&str, Vec<u8>)]) -> TestSite {
    let page = format!("---\ntitre: Images\n---\n\n{text}\n");
    let site = TestSite::new(&[("guichet.yaml", CONFIG), ("content/a.md", &page)]);
    for (name, bytes) in images {
        site.write(&format!("content/{name}"), bytes);
    }
    site
}

fn build(site: &TestSite) -> String {
    let run = site.run(&["build", "--no-sheets", "--lang=fr"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    run.stderr
}

fn read(path: &Path) -> RgbImage {
    image::open(path).unwrap().into_rgb8()
}

#[test]
fn a_photograph_is_published_small_upright_and_without_where_it_was_taken() {
    let site = site_with(
        "![La place](place.jpg)",
        &[("place.jpg", photograph(2000, 1200, 6))],
    );
    build(&site);
    let html = std::fs::read_to_string(site.path("public/a.html")).unwrap();
    let expected = "<picture><source srcset=\"place.small.jpg.webp\" type=\"image/webp\">\
        <img src=\"place.small.jpg\" alt=\"La place\" width=\"288\" height=\"480\" loading=\"lazy\"></picture>";
    assert!(html.contains(expected), "{html}");
    for name in ["place.small.jpg", "place.small.jpg.webp"] {
        let path = site.path(&format!("public/{name}"));
        let bytes = std::fs::read(&path).unwrap();
        assert!(bytes.len() <= 9_000, "{name}: {} bytes", bytes.len());
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("Exif") && !text.contains("Exempleville"));
        let picture = read(&path);
        // Turned by a quarter to the right, what was on the left is at the top.
        let (width, height) = picture.dimensions();
        assert!(width < height, "{name}: {width} x {height}");
        let [red, _, blue] = picture.get_pixel(width / 2, height / 8).0;
        assert!(red > blue + 40, "{name}: {red} {blue}");
        let [red, _, blue] = picture.get_pixel(width / 2, height * 7 / 8).0;
        assert!(blue > red + 40, "{name}: {red} {blue}");
    }
    assert!(!site.path("public/place.jpg").exists());
}

#[test]
fn what_is_published_is_what_pages_ask_for() {
    let text = "![Gris](vue.jpg#gris)\n\n![Points](vue.jpg#trame)\n\n[en grand](vue.jpg) [tel quel](vue.jpg#original)\n\n\
                ![Un plan](plan.png)";
    let plan = RgbImage::from_fn(900, 600, |x, y| match (x / 90 + y / 60) % 2 {
        0 => Rgb([250, 250, 240]),
        _ => Rgb([20, 60, 120]),
    });
    let images = [
        ("vue.jpg", photograph(1200, 900, 1)),
        ("plan.png", png(plan)),
        ("autre.jpg", photograph(90, 60, 1)),
    ];
    let site = site_with(text, &images);
    build(&site);
    let mut published: Vec<String> = std::fs::read_dir(site.path("public"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("vue") || name.contains("plan") || name.contains("autre"))
        .collect();
    published.sort();
    assert_eq!(
        published,
        [
            "plan.small.png",
            "plan.small.png.webp",
            "vue.dithered.small.jpg.png",
            "vue.grey.small.jpg",
            "vue.grey.small.jpg.webp",
            "vue.jpg",
            "vue.large.jpg"
        ]
    );
    let is_grey = |name: &str| {
        let picture = read(&site.path(&format!("public/{name}")));
        picture.pixels().all(|pixel| {
            let [red, green, blue] = pixel.0;
            red.abs_diff(green).max(green.abs_diff(blue)) < 8
        })
    };
    assert!(is_grey("vue.grey.small.jpg") && is_grey("vue.grey.small.jpg.webp"));
    let dotted = read(&site.path("public/vue.dithered.small.jpg.png"));
    assert!(
        dotted
            .pixels()
            .all(|pixel| matches!(pixel.0[0], 0 | 85 | 170 | 255))
    );
    // A plan keeps its colours to the bit in both formats, away from its edges.
    for name in ["plan.small.png", "plan.small.png.webp"] {
        let plan = read(&site.path(&format!("public/{name}")));
        assert_eq!(plan.dimensions(), (480, 320));
        assert_eq!(plan.get_pixel(24, 16).0, [250, 250, 240], "{name}");
        assert_eq!(plan.get_pixel(72, 16).0, [20, 60, 120], "{name}");
    }
    assert_eq!(
        read(&site.path("public/vue.large.jpg")).dimensions(),
        (1200, 900)
    );
    assert_eq!(
        std::fs::read(site.path("public/vue.jpg")).unwrap(),
        images[0].1
    );
    let check = site.run(&["check", "--no-sheets", "--lang=fr"]);
    assert!(check.stderr.contains("unused-image") && check.stderr.contains("content/autre.jpg"));
}

#[test]
fn what_is_transparent_stands_on_white_and_what_has_no_colour_is_grey() {
    let mut logo = image::RgbaImage::from_pixel(200, 100, image::Rgba([0, 0, 0, 0]));
    for x in 50..150 {
        logo.put_pixel(x, 50, image::Rgba([200, 0, 0, 255]));
    }
    let mut scan = Vec::new();
    let grey: Vec<u8> = scene(600, 400)
        .pixels()
        .flat_map(|pixel| [pixel.0[1]; 3])
        .collect();
    Encoder::new(&mut scan, 90)
        .encode(&grey, 600, 400, ColorType::Rgb)
        .unwrap();
    let site = site_with(
        "![Le logo](logo.png)\n\n![Une lettre](scan.jpg)",
        &[("logo.png", png(logo)), ("scan.jpg", scan)],
    );
    build(&site);
    let logo = read(&site.path("public/logo.small.png"));
    assert_eq!(logo.get_pixel(0, 0).0, [255; 3]);
    assert_eq!(logo.get_pixel(100, 50).0, [200, 0, 0]);
    let scan = image::open(site.path("public/scan.small.jpg")).unwrap();
    assert_eq!(scan.color(), image::ColorType::L8);
}

#[test]
fn a_white_logo_stands_on_the_colour_of_the_site() {
    let mut logo = image::RgbaImage::from_pixel(200, 100, image::Rgba([0, 0, 0, 0]));
    for x in 50..150 {
        logo.put_pixel(x, 50, image::Rgba([255; 4]));
    }
    let drawing = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'><path fill='#fff' d='M2 2h9v5z'/></svg>";
    let site = site_with(
        "![Le logo](blanc.svg)",
        &[("logo.png", png(logo)), ("blanc.svg", drawing.into())],
    );
    let config = site.read("guichet.yaml") + "\nlogo: logo.png\ncouleur: \"#1b2e5a\"\n";
    site.write("guichet.yaml", &config);
    build(&site);
    let logo = read(&site.path("public/logo.logo.png"));
    assert_eq!(logo.get_pixel(0, 0).0, [0x1b, 0x2e, 0x5a]);
    assert_eq!((logo.width(), logo.height()), (192, 96));
    let drawing = site.read("public/blanc.svg");
    assert!(drawing.contains("fill=\"#1b2e5a\""), "{drawing}");
}

#[test]
fn the_same_images_are_made_again_from_the_cache_or_without_it() {
    let site = site_with(
        "![La place](place.jpg)\n\n![Le plan](plan.png#gris)",
        &[
            ("place.jpg", photograph(900, 700, 1)),
            ("plan.png", png(scene(300, 200))),
        ],
    );
    let bytes = || -> Vec<Vec<u8>> {
        [
            "place.small.jpg",
            "place.small.jpg.webp",
            "plan.grey.small.png.jpg",
        ]
        .iter()
        .map(|name| std::fs::read(site.path(&format!("public/{name}"))).unwrap())
        .collect()
    };
    build(&site);
    let first = bytes();
    build(&site);
    assert_eq!(bytes(), first);
    // A damaged copy is made again.
    let kept = || {
        std::fs::read_dir(site.path(".guichet-cache"))
            .unwrap()
            .flatten()
    };
    for file in kept().filter(|file| file.file_name().len() == 64) {
        let mut kept = std::fs::read(file.path()).unwrap();
        let last = kept.len() - 1;
        kept[last] ^= 1;
        std::fs::write(file.path(), kept).unwrap();
    }
    std::fs::remove_dir_all(site.path("public")).unwrap();
    build(&site);
    assert_eq!(bytes(), first);
    assert_eq!(
        kept().filter(|file| file.file_name().len() == 64).count(),
        4
    );
    std::fs::remove_dir_all(site.path(".guichet-cache")).unwrap();
    build(&site);
    assert_eq!(bytes(), first);
}

#[test]
fn of_an_image_that_moves_the_first_picture_is_published_and_it_is_told() {
    let mut file = Vec::new();
    let mut encoder = image::codecs::gif::GifEncoder::new(&mut file);
    let frame = |colour| {
        let picture = image::RgbaImage::from_pixel(40, 30, image::Rgba(colour));
        image::Frame::new(picture)
    };
    encoder
        .encode_frames([frame([250, 0, 0, 255]), frame([0, 0, 250, 255])])
        .unwrap();
    drop(encoder);
    let site = site_with("![Bouge](a.gif)", &[("a.gif", file.clone())]);
    assert!(build(&site).contains("moving-image"));
    let [red, _, blue] = read(&site.path("public/a.small.gif.png")).get_pixel(5, 5).0;
    assert!(red > 200 && blue < 50);
    let site = site_with("![Bouge](a.gif#original)", &[("a.gif", file.clone())]);
    assert!(!build(&site).contains("moving-image"));
    assert_eq!(std::fs::read(site.path("public/a.gif")).unwrap(), file);
}

#[test]
fn the_images_of_the_home_page_and_of_a_section_are_weighed_too() {
    let site = site_with("Un texte.", &[("heavy.jpg", photograph(600, 400, 1))]);
    site.write(
        "content/_index.md",
        "---\ntitre: Essai\n---\n\n![La place](heavy.jpg#original)\n",
    );
    site.write(
        "content/guides/_index.md",
        "---\ntitre: Guides\n---\n\n![La place](../heavy.jpg#original)\n",
    );
    site.write("content/guides/a.md", "---\ntitre: A\n---\n\nUn texte.\n");
    let told = build(&site);
    assert_eq!(told.matches("oversized-image").count(), 2, "{told}");
}

/// Every file cut short or changed in its middle, and headers that announce more pixels than fit in memory.
#[test]
fn no_file_brings_the_build_down() {
    let whole: Vec<(&str, Vec<u8>)> = ["png", "jpg", "gif", "webp"]
        .into_iter()
        .map(|ending| {
            let mut file = std::io::Cursor::new(Vec::new());
            let format = ImageFormat::from_extension(ending).unwrap();
            DynamicImage::from(scene(64, 48))
                .write_to(&mut file, format)
                .unwrap();
            (ending, file.into_inner())
        })
        .collect();
    let mut images = Vec::new();
    let mut text = String::new();
    for (ending, file) in &whole {
        for (at, part) in [0, 1, 10, 30, 60, 100, 300, file.len() / 2, file.len() - 1]
            .iter()
            .enumerate()
        {
            let cut = file[..(*part).min(file.len())].to_vec();
            let mut changed = file.clone();
            let place = (*part).min(file.len() - 1);
            changed[place] ^= 0xff;
            for (kind, bytes) in [("cut", cut), ("changed", changed)] {
                let name = format!("{kind}{at}.{ending}");
                text.push_str(&format!("![x]({name})\n\n"));
                images.push((name, bytes));
            }
        }
    }
    // 60 000 pixels by 60 000: eleven gigabytes.
    let mut bomb = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bomb.extend(60_000u32.to_be_bytes());
    bomb.extend(60_000u32.to_be_bytes());
    bomb.extend(b"\x08\x02\0\0\0");
    let mut crc = flate2::Crc::new();
    crc.update(&bomb[12..29]);
    bomb.extend(crc.sum().to_be_bytes());
    bomb.extend(b"\0\0\0\x01IDAT\0\0\0\0\0");
    images.push(("bomb.png".to_owned(), bomb));
    images.push(("wrong.jpg".to_owned(), whole[0].1.clone()));
    images.push(("phone.avif".to_owned(), b"\0\0\0\x1cftypavif".to_vec()));
    images.push((
        "deep.svg".to_owned(),
        "<svg xmlns='http://www.w3.org/2000/svg'>"
            .repeat(50_000)
            .into_bytes(),
    ));
    let laughs = "<!DOCTYPE svg [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>\
                  <!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&d;</text></svg>";
    images.push(("laughs.svg".to_owned(), laughs.as_bytes().to_vec()));
    for name in [
        "bomb.png",
        "wrong.jpg",
        "phone.avif",
        "deep.svg",
        "laughs.svg",
    ] {
        text.push_str(&format!("![x]({name})\n\n"));
    }
    let images: Vec<(&str, Vec<u8>)> = images
        .iter()
        .map(|(name, bytes)| (&**name, bytes.clone()))
        .collect();
    let site = site_with(&text, &images);
    let run = site.run(&["check", "--lang=fr", "--all"]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    for name in ["cut0.png", "cut4.jpg", "bomb.png", "phone.avif", "deep.svg"] {
        assert!(
            run.stderr.contains(&format!("content/{name}")),
            "{name}: {}",
            run.stderr
        );
    }
    assert!(run.stderr.contains("millions de pixels") && run.stderr.contains("AVIF"));
    // By its content, a PNG that calls itself a JPEG can be read.
    assert!(!run.stderr.contains("content/wrong.jpg"), "{}", run.stderr);
    assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
}

#[cfg(feature = "sheets")]
#[test]
fn a_sheet_shows_them_in_grey_unless_its_page_wants_colours() {
    for (mark, channels) in [("", 1), ("#couleur", 3)] {
        let text = format!("Avant. ![La place](place.jpg{mark}) Après.");
        let site = site_with(&text, &[("place.jpg", photograph(1600, 1200, 6))]);
        site.write(
            "guichet.yaml",
            format!("{CONFIG}fiches: {{ page: [a4] }}\n"),
        );
        let run = site.run(&["sheet", "content/a.md", "--out", "a.pdf"]);
        assert_eq!(run.status, Some(0), "{}", run.stderr);
        let pdf = std::fs::read(site.path("a.pdf")).unwrap();
        assert!(pdf.len() < 45_000, "{}", pdf.len());
        // The head of a progressive JPEG (ITU-T T.81, B.2.2), which a PDF keeps as it is.
        let head = pdf.windows(2).position(|bytes| bytes == [0xff, 0xc2]);
        assert_eq!(pdf[head.unwrap() + 9], channels, "{mark}");
    }
}
