//! Shapes of Markdown, right and wrong, that are known.

use crate::outputs::lost;
use crate::texts::word;

/// Shapes that editors, and the specifications of Markdown, know.
#[test]
fn no_word_of_known_shapes_is_lost() {
    let shapes = [
        "# A\n\n##B\n\nC\n===\n\nD\n---\n\nE.\n---\n\n###### F ######\n",
        "- A\n- B\n\n  C\n\n      D E F G\n\n* H\n  1. I\n  2) J\n\n+ K\n",
        "1. A\n\n   B\n2.C\n3. D\n\n10) E\n",
        "> A\n> > B\n> - C\nD\n\n>     E F G H\n",
        "```\nA\n```\n\n~~~\nB\n",
        "    A B\n\tC D\n\n- E\n\n        F G H\n",
        "| A | B |\n|---|---|\n| C | D | E |\n| F |\n\nG | H\n--|--\nI | J\n",
        "| A | B | C |\n|---|---|\n| D | E | F |\n",
        "A[^1] B[^2]\n\n[^1]: C[^3]\n[^2]:\n- D\n- E\n\n[^3]: F\n\n    G\n",
        "A[^1]\n\n[^1]: - B\n    - C\n\n[^4]: D[^5]\n[^5]: E[^4]\n",
        "A[^x] B\n\n[^X]: C\n\n- D[^y]\n\n  [^y]: E\n",
        "*A* **B** ***C*** _D_ __E__ ~~F~~ `G` ``H`` A*B*C **D**E\n",
        "[A](x.md) [B][c] ![D](e.png) <https://exemple.fr/> [](x.md) [F][] [G]\n\n[c]: x.md\n[F]: x.md \"h\"\n",
        "[A](https://exemple.fr/b \"c\") (D)[x.md] [E] (x.md) [F]\n(x.md) [G][h] <https://exemple.fr/i j>\n",
        "A <b>B <i>C\n\n- D\n- E\n\n<div>\nF\n\nG\n\nH </div> </ul> I\n",
        "<table><tr><td>A\n\nB\n\n- C\n- D\n",
        "<details><summary>A</summary>\n\nB\n\n</details>\n\nC\n",
        "A <title>B</title> <textarea>C <select><option>D</select> <plaintext>E\n",
        "<p>A\n<li>B\n<td>C\n\nD\n",
        "A\n: B\n\nC\n: D\n: E\n",
        "- [ ] A\n- [x] ~~B~~\n- [] C\n\n[ ] D\n",
        "> [!NOTE]\n> A\n\n> [!IMPORTANT] B\n> C\n",
        "A\\\nB  \nC\nD<br>E\n",
        "## A {#b}\n\n## C {.cas}\n\n## D {E}\n\n## F {G H}\n",
        "{{{A}}}\n\n{{B}} {C} [D->x.md] [[E]]\n\n-* F\n-** G\n-# H\n\n<doc1|left> I -* J\n",
        "[caption id=\"1\"]<img src=\"a\">A[/caption] {{< b C >}} {% D %} [gallery]\n",
        "A\tB\nC\tD\nE\n\nF\tG\nH\tI\tJ\n",
        "• A\n• B\n\n– C\n– D\n\n1- E\n2- F\n\na) G\nb) H\n",
        "> 60 A\n\n<A B> <<C>> D&E &lt;F&gt; G<H I>J\n",
        "[A]: B\n\n[C]: x.md\n\n[D]: <x.md> 'E'\n",
        "<!-- A -->\n\nB <!-- C --> D\n",
        "\u{a0}\u{a0}- A\n\n\u{200b}## B\n\n-\u{a0}C\n",
        "![A *B*](x.png) ![c](organization:d) E [![F](g.png)](x.md)\n",
        "- A <script>\n  <!-- x --><div><b>\n  y </script> B `C` D `E` F `G` H\n",
        "A <style>b {}\n  <i></style> C `D` <em>E</em> F\n\nG <b>H\n",
        "A[^1]\n\n[^1]:\n## B\n\nC\n\n• D `E • F` [G • H](x.md) • I\n• J\n",
        "25. A\n1. B\n8. C\n\nD\nE 1\nF\n\n[G[^1]](x.md) <a href=\"x\">H[^1]</a>\n\n[^1]: I\n",
        "***\n\nA\n\n___\n\nB\n\n=====\n\nC\n",
    ];
    // Single capital letters are words.
    let mut count = 0;
    let mut numbered = |shape: &str| -> String {
        let mut out = String::new();
        let characters: Vec<char> = shape.chars().collect();
        for (at, c) in characters.iter().enumerate() {
            let near = |place: Option<usize>| {
                place
                    .and_then(|place| characters.get(place))
                    .is_some_and(char::is_ascii_alphanumeric)
            };
            if c.is_ascii_uppercase() && !near(at.checked_sub(1)) && !near(Some(at + 1)) {
                count += 1;
                out.push_str(&word(count, true));
            } else {
                out.push(*c);
            }
        }
        out
    };
    let texts: Vec<String> = shapes.iter().map(|shape| numbered(shape)).collect();
    assert!(count > 150, "{count}");
    let lost = lost(&texts);
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}
