//! Text in which web addresses stand, such as notes of the ledger.

use leptos::prelude::*;

/// The text, in which a long address may break anywhere: else it breaks where it ends, before the
/// comma that follows it.
pub fn addressed(text: &str) -> impl IntoView + use<> {
    pieces(text)
        .into_iter()
        .map(|(is_address, piece)| {
            if is_address {
                view! { <span class="address">{piece}</span> }.into_any()
            } else {
                piece.into_any()
            }
        })
        .collect_view()
}

/// The pieces, and which of them are addresses. One ends where something else than ASCII or a space
/// begins.
fn pieces(text: &str) -> Vec<(bool, String)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(start) = ["https://", "http://"]
        .into_iter()
        .filter_map(|scheme| rest.find(scheme))
        .min()
    {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c: char| !c.is_ascii_graphic());
        let (address, after) = from.split_at(end.unwrap_or(from.len()));
        pieces.push((false, before.to_owned()));
        pieces.push((true, address.to_owned()));
        rest = after;
    }
    pieces.push((false, rest.to_owned()));
    pieces.retain(|(_, piece)| !piece.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::pieces;

    #[test]
    fn an_address_ends_where_the_sentence_goes_on() {
        let found = pieces("https://a.example/1.html，改为 http://b.example/2。");
        let words: Vec<(bool, &str)> = found.iter().map(|(is, piece)| (*is, &**piece)).collect();
        assert_eq!(
            words,
            [
                (true, "https://a.example/1.html"),
                (false, "，改为 "),
                (true, "http://b.example/2"),
                (false, "。"),
            ]
        );
        assert_eq!(pieces("没有地址"), [(false, "没有地址".to_owned())]);
        assert_eq!(pieces(""), []);
    }
}
