//! The attachments that a body names. Their address holds the hash of their bytes, so that the hash
//! of the revision covers them.

use super::Content;
use super::markup::{Piece, attribute, pieces, tag_name};
use crate::attachment::parse_address;
use crate::text::is_blank;

/// A place in a body that names an attachment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Its address.
    pub address: String,
    /// SM3 of the stored bytes.
    pub hash: String,
    /// The name of the file.
    pub name: String,
    /// The alternative text of a picture, empty where it is missing; `None` for a link to a file.
    pub alt: Option<String>,
}

impl Reference {
    /// Whether it shows a picture that nobody has described.
    #[must_use]
    pub fn lacks_alt(&self) -> bool {
        self.alt.as_deref().is_some_and(is_blank)
    }
}

impl Content {
    /// The attachments that the body names, in their order; the same one as often as it is named.
    #[must_use]
    pub fn references(&self) -> Vec<Reference> {
        references(&self.body)
    }
}

/// The attachments that some HTML names, in their order.
#[must_use]
pub fn references(html: &str) -> Vec<Reference> {
    let found = pieces(html).into_iter().filter_map(|piece| match piece {
        Piece::Open(tag) => reference(tag),
        Piece::Close(_) | Piece::Text(_) => None,
    });
    found.collect()
}

/// The same HTML with another alternative text at its `index`th picture, from 0; without the
/// picture where there is none. Only pictures of ours count.
#[must_use]
pub fn with_picture(html: &str, index: usize, alt: Option<&str>) -> String {
    let mut pictures = 0;
    let mut written = String::with_capacity(html.len());
    for piece in pieces(html) {
        match piece {
            Piece::Open(tag) => {
                let picture = reference(tag).filter(|found| found.alt.is_some());
                let this = picture.filter(|_| {
                    pictures += 1;
                    pictures == index + 1
                });
                match (this, alt) {
                    (Some(found), Some(alt)) => {
                        written.push_str(&picture_html(&found.address, alt))
                    }
                    (Some(_), None) => {}
                    (None, _) => written.push_str(tag),
                }
            }
            Piece::Close(text) | Piece::Text(text) => written.push_str(text),
        }
    }
    written
}

/// A picture in HTML.
#[must_use]
pub fn picture_html(address: &str, alt: &str) -> String {
    format!(
        "<img src=\"{}\" alt=\"{}\">",
        escaped(address),
        escaped(alt.trim())
    )
}

/// A link to a file in HTML.
#[must_use]
pub fn file_html(address: &str, name: &str) -> String {
    format!("<a href=\"{}\">{}</a>", escaped(address), escaped(name))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn reference(tag: &str) -> Option<Reference> {
    let (address, alt) = match tag_name(tag).as_str() {
        "img" => {
            let alt = attribute(tag, "alt").unwrap_or_default();
            (attribute(tag, "src")?, Some(alt))
        }
        "a" => (attribute(tag, "href")?, None),
        _ => return None,
    };
    let (hash, name) = parse_address(&address)?;
    Some(Reference {
        address,
        hash,
        name,
        alt,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attachment::address;

    fn body() -> String {
        let picture = address(&"a".repeat(64), "现场 1.jpg");
        let file = address(&"b".repeat(64), "附件.pdf");
        format!(
            "<p>甲{}乙{}</p>{}<img src=\"https://a.cn/x.png\" alt=\"别处\">",
            picture_html(&picture, "春耕 \"现场\""),
            picture_html(&picture, ""),
            file_html(&file, "附件<1>"),
        )
    }

    #[test]
    fn pictures_and_files_of_ours_are_found_in_order() {
        let found = references(&body());
        let names: Vec<_> = found.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["现场 1.jpg", "现场 1.jpg", "附件.pdf"]);
        assert_eq!(found[0].alt.as_deref(), Some("春耕 \"现场\""));
        assert!(!found[0].lacks_alt() && found[1].lacks_alt() && !found[2].lacks_alt());
        assert_eq!(found[2].hash, "b".repeat(64));
    }

    #[test]
    fn one_picture_is_described_or_taken_out_and_the_rest_stays() {
        let described = with_picture(&body(), 1, Some("打<谷>场"));
        let found = references(&described);
        assert_eq!(found[1].alt.as_deref(), Some("打<谷>场"));
        assert_eq!(found[0], references(&body())[0]);
        let without = with_picture(&body(), 0, None);
        assert_eq!(references(&without).len(), 2);
        assert!(without.contains("甲乙") && without.contains("别处"));
        assert_eq!(with_picture(&body(), 2, None), body());
    }
}
