//! `docs/使用手册.md` as Rust: its chapters, the names of their sections, their HTML.

use std::fmt::Write as _;
use std::path::Path;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// The list of chapters as an expression. What stands before the first chapter is left out: it says
/// where the help is found. A heading's id is its words.
pub fn chapters(text: &str, folder: &Path) -> String {
    let mut list = String::from("&[\n");
    for chapter in text.split("\n## ").skip(1) {
        let (title, body) = chapter.split_once('\n').unwrap_or((chapter, ""));
        let sections: Vec<&str> = body
            .lines()
            .filter_map(|line| line.strip_prefix("### "))
            .collect();
        let html = html_of(body, folder);
        let _ = writeln!(
            list,
            "Chapter {{ title: {title:?}, sections: &{sections:?}, html: {html:?} }},"
        );
    }
    list.push(']');
    list
}

fn html_of(body: &str, folder: &Path) -> String {
    let mut events: Vec<Event<'_>> = Parser::new_ext(body, Options::ENABLE_TABLES).collect();
    name_headings(&mut events);
    let mut image = None;
    let events = events.into_iter().filter_map(move |event| match event {
        Event::Start(Tag::Image { dest_url, .. }) => {
            image = Some((dest_url, String::new()));
            None
        }
        Event::Text(words) if image.is_some() => {
            if let Some((_, alt)) = &mut image {
                alt.push_str(&words);
            }
            None
        }
        Event::End(TagEnd::Image) => image
            .take()
            .map(|(address, alt)| Event::InlineHtml(picture(&address, &alt, folder).into())),
        Event::Start(Tag::Table(_)) => Some(Event::Html(
            "<div class=\"table-box\"><table class=\"table\">".into(),
        )),
        Event::End(TagEnd::Table) => Some(Event::Html("</tbody></table></div>".into())),
        other => Some(other),
    });
    let mut out = String::new();
    html::push_html(&mut out, events);
    out
}

fn name_headings(events: &mut [Event<'_>]) {
    for at in 1..events.len() {
        let Event::Text(words) = events[at].clone() else {
            continue;
        };
        if let Event::Start(Tag::Heading {
            level: HeadingLevel::H3,
            id,
            ..
        }) = &mut events[at - 1]
        {
            *id = Some(CowStr::from(words.to_string()));
        }
    }
}

/// With its size, so that the page does not jump when it comes.
fn picture(address: &str, alt: &str, folder: &Path) -> String {
    let file = folder.join(address);
    let bytes = std::fs::read(&file).unwrap_or_else(|_| panic!("{} is missing", file.display()));
    let number = |at: usize| {
        let field = bytes.get(at..at + 4).expect("a PNG has a head");
        field
            .iter()
            .fold(0_u32, |number, byte| number << 8 | u32::from(*byte))
    };
    let (width, height) = (number(16), number(20));
    format!(
        "<img class=\"manual__picture\" src=\"/{address}\" alt=\"{alt}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\">"
    )
}
