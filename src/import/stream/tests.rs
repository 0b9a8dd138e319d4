use std::io::Write as _;

use proptest::prelude::*;

use super::*;

/// Gives a few bytes at a time, so that every place of a text is between two chunks.
struct Slow<'b>(&'b [u8], usize);

impl Read for Slow<'_> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let length = self.1.min(bytes.len()).min(self.0.len());
        bytes[..length].copy_from_slice(&self.0[..length]);
        self.0 = &self.0[length..];
        Ok(length)
    }
}

/// The records of a text that arrives in pieces of so many bytes, and the report.
fn records_of(text: &[u8], step: usize) -> (Vec<String>, StreamReport) {
    all_records_of(text, step, false)
}

/// The same, where the text may be JSON Lines.
fn all_records_of(text: &[u8], step: usize, lines: bool) -> (Vec<String>, StreamReport) {
    let mut found = Vec::new();
    let mut report = StreamReport::default();
    let mut each = |raw: RawRecord<'_>| {
        found.push(match raw.fields() {
            Ok(fields) => serde_json::to_string(&fields).unwrap(),
            Err(_) => format!("? {}", String::from_utf8_lossy(raw.bytes())),
        });
    };
    let mut sink = RecordSink {
        lists: &["service"],
        lines,
        each: &mut each,
    };
    if let Err(error) = records(Box::new(Slow(text, step)), &mut sink, &mut report) {
        report.error(&error);
    }
    (found, report)
}

fn faults(report: &StreamReport) -> Vec<StreamFault> {
    report.faults.keys().copied().collect()
}

#[test]
fn the_values_of_the_list_are_found_wherever_it_is() {
    for (text, expected) in [
        (
            r#"{"service": [{"a": 1}, {"b": "]}"}]}"#,
            vec![r#"{"a":1}"#, r#"{"b":"]}"}"#],
        ),
        (
            r#"[{"a": [1, [2]]},{"b":{"c":"\"{"}}]"#,
            vec![r#"{"a":[1,[2]]}"#, r#"{"b":{"c":"\"{"}}"#],
        ),
        (
            r#"{"x": {"service": [{"a": 1}]}, "service": [{"b": 2}], "service": [{"c": 3}]}"#,
            vec![r#"{"b":2}"#, r#"{"c":3}"#],
        ),
        (
            r#"{"service": ["a", 42, null, [], {"b": "\\"}]}"#,
            vec!["? 0", "? 0", "? 0", "? []", r#"{"b":"\\"}"#],
        ),
        (
            "\u{feff}{\"service\": [{\"a\": \"é\\u00e9\"}]}",
            vec![r#"{"a":"éé"}"#],
        ),
        (
            "a;b;c\n1;\"x\ny \"\"z\"\"\";3\n\n4;5\r\n",
            vec![
                r#"{"a":"1","b":"x\ny \"z\"","c":"3"}"#,
                r#"{"a":"4","b":"5"}"#,
            ],
        ),
        ("a,b\n1,\"2,3\"", vec![r#"{"a":"1","b":"2,3"}"#]),
        // A mark that begins no cell takes nothing with it.
        (
            "a;b\n1;un \"mot\", \"\n2;5\" long\n\"3\";\"\"\"\"\n\"\";4\n",
            vec![
                r#"{"a":"1","b":"un \"mot\", \""}"#,
                r#"{"a":"2","b":"5\" long"}"#,
                r#"{"a":"3","b":"\""}"#,
                r#"{"a":"","b":"4"}"#,
            ],
        ),
        (r#"{"service": []}"#, vec![]),
    ] {
        for step in [1, 2, 3, 7, 1000] {
            let (found, report) = records_of(text.as_bytes(), step);
            assert_eq!(found, expected, "{step}: {text}");
            assert_eq!(faults(&report), [], "{step}: {text}");
            assert!(report.lists > 0, "{text}");
        }
    }
}

#[test]
fn what_is_wrong_with_a_text_is_told_after_what_is_right() {
    use StreamFault::{Cut, Encoding, TooLarge, Trailing};
    let long = format!(
        r#"{{"service": [{{"a": "{}"}}, {{"b": 2}}]}}"#,
        "x".repeat(LARGEST_RECORD + 600_000)
    );
    for (text, expected, fault) in [
        (r#"{"service": [{"a": 1}, {"b": "#, vec![r#"{"a":1}"#], Cut),
        (r#"{"service": [{"a": 1}"#, vec![r#"{"a":1}"#], Cut),
        (
            r#"{"service": [{"a": 1}]} encore"#,
            vec![r#"{"a":1}"#],
            Trailing,
        ),
        (
            r#"{"service": [{"a": 1}]}{"service": [{"b": 2}]}"#,
            vec![r#"{"a":1}"#, r#"{"b":2}"#],
            Trailing,
        ),
        (r#"{"service": [{"a": 1}]}]}"#, vec![r#"{"a":1}"#], Trailing),
        ("a;b\n1;2\n3;\"4\n5;6\n", vec![r#"{"a":"1","b":"2"}"#], Cut),
        (&long, vec![r#"{"b":2}"#], TooLarge),
    ] {
        let (found, report) = records_of(text.as_bytes(), 100_000);
        assert_eq!(found, expected);
        assert_eq!(faults(&report), [fault]);
    }
    for text in [
        &b"\xff\xfe{\x00"[..],
        b"\xfe\xff\x00{",
        b"{\x00\"\x00s\x00",
        b"\x00a\x00;\x00b",
    ] {
        assert_eq!(faults(&records_of(text, 10).1), [Encoding], "{text:?}");
    }
    // Without end, and deeper than the stack.
    let deep = format!("{{\"service\": [{}", "[".repeat(1_000_000));
    assert_eq!(faults(&records_of(deep.as_bytes(), 100_000).1), [Cut]);
    let deep = format!(
        "{{\"service\": [{}{}, {{\"a\": 1}}]}}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    let (found, report) = records_of(deep.as_bytes(), 100_000);
    assert!(found[0].starts_with("? ["), "{}", &found[0][..20]);
    assert_eq!((found.len(), faults(&report)), (2, vec![]));
}

/// A tar of these files, with a long name before the second.
fn tar_of(files: &[&[u8]]) -> Vec<u8> {
    let mut tar = Vec::new();
    let mut add = |kind: u8, bytes: &[u8]| {
        let mut header = vec![0; 512];
        header[..4].copy_from_slice(b"a.js");
        header[124..135].copy_from_slice(format!("{:011o}", bytes.len()).as_bytes());
        header[148..156].fill(b' ');
        header[156] = kind;
        let sum: u64 = header.iter().map(|byte| u64::from(*byte)).sum();
        header[148..155].copy_from_slice(format!("{sum:06o}\0").as_bytes());
        tar.extend(header);
        tar.extend(bytes);
        tar.resize(tar.len().next_multiple_of(512), 0);
    };
    for (at, bytes) in files.iter().enumerate() {
        if at == 1 {
            add(b'L', &[b'n'; 700]);
        }
        add(b'0', bytes);
    }
    tar.extend([0; 1024]);
    tar
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

fn bzip2(bytes: &[u8], level: u32) -> Vec<u8> {
    let mut packed = ::bzip2::write::BzEncoder::new(Vec::new(), ::bzip2::Compression::new(level));
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

/// How many records a file of these bytes has, and what is wrong with it.
fn read_file_of(bytes: &[u8]) -> (usize, Vec<StreamFault>) {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    let mut count = 0;
    let mut each = |_: RawRecord<'_>| count += 1;
    let mut sink = RecordSink {
        lists: &["service"],
        lines: false,
        each: &mut each,
    };
    let report = read(file.path(), &mut sink).unwrap();
    let faults = faults(&report);
    (count, faults)
}

/// A text of several blocks that no compression makes small.
fn large() -> Vec<u8> {
    let mut seed = 1_u32;
    let mut words = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        seed
    };
    let records: Vec<String> = (0..40_000)
        .map(|at| format!(r#"{{"id": {at}, "a": "{:x}{:x}"}}"#, words(), words()))
        .collect();
    format!(r#"{{"service": [{}]}}"#, records.join(", ")).into_bytes()
}

#[test]
fn a_file_is_read_in_whatever_it_is_packed() {
    let text = br#"{"service": [{"a": 1}, {"b": 2}]}"#;
    let tar = tar_of(&[br#"{"nom": "x", "liste": []}"#, text, b"rien"]);
    for bytes in [
        text.to_vec(),
        gzip(text),
        bzip2(text, 9),
        tar.clone(),
        gzip(&tar),
        bzip2(&tar, 1),
        gzip(&bzip2(text, 5)),
    ] {
        assert_eq!(read_file_of(&bytes), (2, vec![]));
    }
    let large = large();
    for level in [1, 9] {
        let packed = bzip2(&large, level);
        assert!(packed.len() > 300_000);
        assert_eq!(read_file_of(&packed), (40_000, vec![]));
        // Two files one after the other are one.
        let (half, rest) = large.split_at(large.len() / 2);
        assert_eq!(
            read_file_of(&[bzip2(half, level), bzip2(rest, level)].concat()),
            (40_000, vec![])
        );
    }
}

#[test]
fn a_packed_file_that_is_cut_or_damaged_gives_what_is_before() {
    use StreamFault::{Cut, Damaged, Form, TooLarge};
    let large = large();
    let packed = bzip2(&large, 1);
    for end in [packed.len() / 2, packed.len() - 12] {
        let (count, faults) = read_file_of(&packed[..end]);
        assert!(
            count > 10_000 && faults == [Cut] || faults == [Damaged],
            "{end}: {count} {faults:?}"
        );
    }
    let mut damaged = packed.clone();
    let middle = damaged.len() / 2;
    damaged[middle] ^= 0x55;
    let (count, faults) = read_file_of(&damaged);
    assert!(count > 10_000 && faults == [Damaged], "{count} {faults:?}");
    let small = gzip(br#"{"service": [{"a": 1}]}"#);
    assert_eq!(read_file_of(&small[..small.len() - 5]), (1, vec![Cut]));
    let (count, faults) = read_file_of(&gzip(&large)[..200_000]);
    assert!(count > 1_000 && faults == [Cut], "{count} {faults:?}");
    let tar = tar_of(&[&large]);
    let (count, faults) = read_file_of(&tar[..tar.len() / 2]);
    assert!(count > 1_000 && faults == [Cut], "{count} {faults:?}");
    for bytes in [
        &b""[..],
        b"BZh9",
        b"BZh9\x17\x72\x45\x38\x50\x90\0\0\0\0",
        b"PK\x03\x04zip",
        b"x",
        b"{}",
        br#"{"service": {}}"#,
    ] {
        let (count, faults) = read_file_of(bytes);
        assert_eq!((count, faults), (0, vec![Form]), "{bytes:?}");
    }
    // Packed again and again.
    let text = br#"{"service": [{"a": 1}]}"#;
    let three = gzip(&bzip2(&gzip(text), 1));
    assert_eq!(read_file_of(&three), (1, vec![]));
    assert_eq!(read_file_of(&gzip(&three)), (0, vec![Form]));
    assert_eq!(read_file_of(&gzip(&tar_of(&[&three]))), (0, vec![Form]));
    // Files of absurd sizes, in the way or with the list in them.
    for (size, found) in [
        // What fills the block follows the list.
        (&b"77777777777"[..], (1, vec![Cut, StreamFault::Trailing])),
        (
            b"\x80\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff",
            (0, vec![Damaged]),
        ),
        (b"-1         ", (0, vec![Damaged])),
    ] {
        let mut tar = tar_of(&[text]);
        tar[124..135].copy_from_slice(size);
        tar[148..156].fill(b' ');
        let sum: u64 = tar[..512].iter().map(|byte| u64::from(*byte)).sum();
        tar[148..155].copy_from_slice(format!("{sum:06o}\0").as_bytes());
        assert_eq!(read_file_of(&tar), found, "{size:?}");
    }
    // A few kilobytes that would be gigabytes.
    let bomb = bzip2(&vec![b' '; 100_000_000], 9);
    assert!(bomb.len() < 10_000);
    assert_eq!(read_file_of(&bomb), (0, vec![TooLarge]));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// Any value that serde_json writes is cut out of its list as it is.
    #[test]
    fn each_value_is_cut_out_whole(
        texts in prop::collection::vec("[\\PC\\\\\"{}\\[\\], \n]{0,20}", 0..6), step in 1_usize..30
    ) {
        let values: Vec<Value> = texts.iter().map(|text| serde_json::json!({ "a": text, text: [text, {}] })).collect();
        let whole = serde_json::json!({ "b": texts, "service": values, "c": [1] }).to_string();
        let (found, report) = records_of(whole.as_bytes(), step);
        let expected: Vec<String> = values.iter().map(Value::to_string).collect();
        prop_assert_eq!(found, expected);
        prop_assert!(report.faults.is_empty());
    }

    #[test]
    fn any_bytes_are_read_or_told(bytes in prop::collection::vec(any::<u8>(), 0..400), head in 0_usize..4) {
        let head: &[u8] = [&b""[..], b"BZh91AY&SY", b"\x1f\x8b\x08", b"{\"service\":["][head];
        read_file_of(&[head, &bytes].concat());
    }
}

#[test]
fn lines_of_json_are_records_each() {
    for step in [1, 2, 3, 7, 1000] {
        for (text, records) in [
            (
                "{\"a\":1}\n{\"a\":[2]}\n",
                &["{\"a\":1}", "{\"a\":[2]}"][..],
            ),
            ("{\"a\":{\"b\":[]}}", &["{\"a\":{\"b\":[]}}"]),
            // An object of lists is none of its own records.
            ("{\"x\":1,\"service\":[{\"a\":1}]}", &["{\"a\":1}"]),
            (
                "{\"service\":[{\"a\":1}]}\n{\"a\":2}",
                &["{\"a\":1}", "{\"a\":2}"],
            ),
            ("[{\"a\":1}]", &["{\"a\":1}"]),
        ] {
            let (found, report) = all_records_of(text.as_bytes(), step, true);
            assert_eq!(found, records, "{text} by {step}");
            assert_eq!(faults(&report), [], "{text} by {step}");
            assert!(report.lists > 0, "{text}");
        }
        let (found, report) = all_records_of(b"{\"a\":1}\n{\"a\":", step, true);
        assert_eq!(found, ["{\"a\":1}"]);
        assert_eq!(faults(&report), [StreamFault::Cut]);
    }
}
