//! The reading text of saved pages and the marks over it.

use regesta_model::{Language, MarkKind};
use regesta_read::{Reading, read};

fn page(body: &str) -> Reading {
    read("a.html", format!("<!doctype html><body>{body}").as_bytes())
}

fn text(body: &str) -> String {
    page(body).source.text
}

fn words<'a>(reading: &'a Reading, kind: &MarkKind) -> Vec<&'a str> {
    let source = &reading.source;
    let of_kind = source.marks.iter().filter(|it| it.kind == *kind);
    of_kind.map(|it| it.span.of(&source.text)).collect()
}

#[test]
fn white_space_is_set_as_a_browser_would() {
    assert_eq!(text("<p> a \n b<i>c</i>d <b> e</b>"), "a bcd e");
    assert_eq!(text("№&nbsp;7&nbsp; x"), "№\u{a0}7\u{a0} x");
    assert_eq!(text("a<br>b <br> c<br><br>d"), "a\nb\nc\n\nd");
    assert_eq!(text("<p>港口\n司令部</p><p>항구\n사령부</p>"), "港口司令部\n\n항구 사령부");
    assert_eq!(text("a<pre>\n  b\n\n    c \n</pre>d"), "a\n\n  b\n\n    c\n\nd");
    assert_eq!(text("&lt;b&gt; &#1055;&eacute;"), "<b> Пé");
}

#[test]
fn blocks_stand_apart_and_items_on_lines() {
    assert_eq!(text("<p>a<p>b<div>c<div>d</div>e</div>"), "a\n\nb\n\nc\n\nd\n\ne");
    assert_eq!(text("<ul><li>a<li>b<ul><li>c</ul></ul>d"), "a\nb\nc\n\nd");
    assert_eq!(text("<ol start=4 type=a><li>a<li value=9>b</ol>"), "d. a\ni. b");
    assert_eq!(text("<dl><dt>Fond<dd>12<dt>File<dd>7</dl>"), "Fond\n12\n\nFile\n7");
}

#[test]
fn a_table_reads_by_rows() {
    let reading = page(
        "<table><tr><th>No.<th>To<tr><td>1<td><p>Zaretsky,<br>Pomorsk</p><tr><td><td>Lund<td></table>",
    );
    assert_eq!(reading.source.text, "No. | To\n1 | Zaretsky, Pomorsk\n| Lund |");
    assert_eq!(words(&reading, &MarkKind::TableHeader), ["No.", "To"]);
    assert_eq!(words(&reading, &MarkKind::TableCell), ["1", "Zaretsky, Pomorsk", "Lund"]);
    assert_eq!(words(&reading, &MarkKind::Block), Vec::<&str>::new());
}

#[test]
fn a_cell_that_needs_room_gets_it() {
    let reading = page("<table><tr><th>Text<td><p>One.<p>Two.<tr><th>File<td>7</table>");
    assert_eq!(reading.source.text, "Text\n\nOne.\n\nTwo.\n\nFile | 7");
    assert_eq!(words(&reading, &MarkKind::TableCell), ["One.\n\nTwo.", "7"]);
}

#[test]
fn a_layout_table_reads_as_blocks() {
    let reading = page(
        "<table><tr><td><a href=1>Home</a><td><h2>Note</h2><p>One.<tr><td colspan=2>Two.</table>",
    );
    assert_eq!(reading.source.text, "Home\n\nNote\n\nOne.\n\nTwo.");
    assert_eq!(words(&reading, &MarkKind::TableRow), Vec::<&str>::new());
}

#[test]
fn what_a_browser_hides_is_not_read() {
    let hidden = "<script>a</script><style>b</style><noscript>c</noscript><template>d</template><!-- e -->\
        <p hidden>f</p><p style='color:red;display: none'>g</p><input type=hidden value=h><title>i</title>";
    assert_eq!(text(&format!("x{hidden}y")), "i\n\nxy");
    assert_eq!(text("<div role=tabpanel hidden>translation</div>"), "translation");
}

#[test]
fn furniture_is_kept_and_marked() {
    let body = "<p>words of the document, long enough to be one, and a few more of them</p>";
    let furniture = |markup: &str| {
        let reading = page(&format!("{markup}{body}"));
        words(&reading, &MarkKind::Furniture).join("/")
    };
    assert_eq!(furniture("<nav>Home</nav><header>Archive</header>"), "Home/Archive");
    assert_eq!(furniture("<form><input name=q value=port><button>Go</button></form>"), "port Go");
    assert_eq!(furniture("<div id=topMenu>Home</div>"), "Home");
    assert_eq!(
        furniture("<div><a href=1>A</a> | <a href=2>B</a> | <a href=3>C</a></div>"),
        "A | B | C"
    );
    assert_eq!(furniture("<article><header>Note</header><p>x</article>"), "");
    assert_eq!(furniture("<div class=with-sidebar>Note</div>"), "");
}

#[test]
fn a_form_or_header_round_the_whole_page_is_no_furniture() {
    let words_of_it = "Прошу передать коменданту порта. ".repeat(30);
    for tag in ["form", "header", "div class=menu"] {
        let reading = page(&format!("<{tag}><p>{words_of_it}</p>"));
        assert_eq!(words(&reading, &MarkKind::Furniture), Vec::<&str>::new(), "{tag}");
    }
}

#[test]
fn the_head_comes_first() {
    let reading = read(
        "a.html",
        b"<html><head><title> Note\n on barges </title><meta name=Author content='A. Lund'>\
          <meta name=viewport content=wide><meta property=og:title content='Note on barges'>\
          <meta name=DC.Date content=1951-02-03></head><body><main lang=ru>Text <a href=' /7 '>7</a></main>",
    );
    assert_eq!(
        reading.source.text,
        "Note on barges\nauthor: A. Lund\ndc.date: 1951-02-03\n\nText 7"
    );
    assert_eq!(words(&reading, &MarkKind::PageTitle), ["Note on barges"]);
    assert_eq!(words(&reading, &MarkKind::Metadata("dc.date".to_owned())), ["1951-02-03"]);
    assert_eq!(words(&reading, &MarkKind::Main), ["Text 7"]);
    assert_eq!(words(&reading, &MarkKind::Language(Language::Russian)), ["Text 7"]);
    assert_eq!(words(&reading, &MarkKind::Link("/7".to_owned())), ["7"]);
}

#[test]
fn outer_marks_come_before_inner_ones() {
    let reading = page("<blockquote><p><a href=1>a</a></p></blockquote>");
    let kinds: Vec<_> = reading.source.marks.iter().map(|it| it.kind.clone()).collect();
    let link = MarkKind::Link("1".to_owned());
    assert_eq!(kinds, [MarkKind::Quotation, MarkKind::Block, link]);
}

#[test]
fn frames_are_named() {
    let reading =
        read("a.html", b"<html><frameset><frame src=left.html><frame src=text.html></frameset>");
    let [finding] = reading.findings.as_slice() else { panic!("{:?}", reading.findings) };
    assert_eq!(finding.code, "F012");
    assert!(finding.message.contains("left.html") && finding.message.contains("text.html"));
}

#[test]
fn broken_markup_loses_no_words() {
    assert_eq!(text("<table>a<tr>b<td>c</div><td>d</table>e"), "ab\n\nc | d\n\ne");
    assert_eq!(
        text("<b><p>a</b>b<i>c</p>d"),
        "ab c d".replace(' ', "\n\n").replace("b\n\nc", "bc")
    );
    assert_eq!(text("<p>a <x-card>b</x-card> < c & d <"), "a b < c & d <");
    assert_eq!(text("a</p>b<li>c"), "a\n\nb\nc");
}
