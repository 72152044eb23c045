//! What changed, for the eye and for screen readers: underlined and struck through, never by colour
//! alone.

use lanmu_domain::diff::{
    BlockChange, BlockDiff, BodyDiff, CellDiff, Change, Note, RowDiff, Segment, TableDiff,
    TextDiff, TextKind,
};
use leptos::prelude::*;

/// The words of a text.
#[component]
pub fn Segments(
    /// The words.
    segments: Vec<Segment>,
) -> impl IntoView {
    segments
        .into_iter()
        .map(|segment| {
            let words = styled(&segment);
            let note = segment
                .note
                .as_ref()
                .map(|note| view! { <NoteView note=note.clone() /> });
            match segment.change {
                Change::Same => view! { <>{words} {note}</> }.into_any(),
                Change::Inserted => view! {
                    <ins class="diff__ins">
                        <span class="visually-hidden">"［新增］"</span>
                        {words}
                        <span class="visually-hidden">"［新增结束］"</span>
                    </ins>
                }
                .into_any(),
                Change::Deleted => view! {
                    <del class="diff__del">
                        <span class="visually-hidden">"［删除］"</span>
                        {words}
                        <span class="visually-hidden">"［删除结束］"</span>
                    </del>
                }
                .into_any(),
            }
        })
        .collect_view()
}

/// The words as they are set. Links do not lead away from a decision: they are told apart by look
/// and named by their address.
fn styled(segment: &Segment) -> AnyView {
    let style = &segment.style;
    if let Some(picture) = &style.picture {
        let alt = picture.alt.clone();
        return view! { <img class="diff__picture" src=picture.src.clone() alt=alt /> }.into_any();
    }
    let text = segment.text.clone();
    let marks = style.marks;
    let mut shown = if text == "\n" {
        view! { <br /> }.into_any()
    } else {
        view! { {text} }.into_any()
    };
    if marks.strong {
        shown = view! { <strong>{shown}</strong> }.into_any();
    }
    if marks.em {
        shown = view! { <em>{shown}</em> }.into_any();
    }
    if marks.sub {
        shown = view! { <sub>{shown}</sub> }.into_any();
    }
    if marks.sup {
        shown = view! { <sup>{shown}</sup> }.into_any();
    }
    match style.link.clone() {
        Some(link) => view! {
            <a href=link target="_blank" rel="noopener noreferrer">
                {shown}
            </a>
        }
        .into_any(),
        None => shown,
    }
}

#[component]
fn NoteView(
    /// What else changed.
    note: Note,
) -> impl IntoView {
    let or_none = |link: Option<String>| link.unwrap_or_else(|| "无链接".to_owned());
    let words = match note {
        Note::Link { from, to } => {
            return view! {
                <span class="diff__note">
                    "［链接由 " <del class="diff__del">{or_none(from)}</del> " 改为 "
                    <ins class="diff__ins">{or_none(to)}</ins> "］"
                </span>
            }
            .into_any();
        }
        Note::Description { from } => format!("［图片说明原为“{from}”］"),
        Note::Marks => "［格式有变］".to_owned(),
    };
    view! { <span class="diff__note">{words}</span> }.into_any()
}

/// A body with what changed in it.
#[component]
pub fn BodyDiffView(
    /// What changed.
    diff: BodyDiff,
) -> impl IntoView {
    let blocks = diff
        .blocks
        .into_iter()
        .map(|block| {
            let change = block.change();
            let inside = match block {
                BlockDiff::Text(_, text) => text_view(text),
                BlockDiff::Table(_, table) => table_view(table),
            };
            view! {
                <div class=format!("diff__block {}", block_class(change))>
                    {block_words(change).map(|words| view! { <p class="diff__fate">{words}</p> })}
                    {inside}
                </div>
            }
        })
        .collect_view();
    view! { <div class="article-body diff">{blocks}</div> }
}

const fn block_class(change: BlockChange) -> &'static str {
    match change {
        BlockChange::Same => "",
        BlockChange::Changed => "diff__block--changed",
        BlockChange::Inserted | BlockChange::MovedHere => "diff__block--inserted",
        BlockChange::Deleted | BlockChange::MovedAway => "diff__block--deleted",
    }
}

const fn block_words(change: BlockChange) -> Option<&'static str> {
    match change {
        BlockChange::Same | BlockChange::Changed => None,
        BlockChange::Inserted => Some("新增一段"),
        BlockChange::Deleted => Some("删除一段"),
        BlockChange::MovedAway => Some("移走一段，内容未变"),
        BlockChange::MovedHere => Some("从别处移来，内容未变"),
    }
}

fn text_view(text: TextDiff) -> AnyView {
    let former = text.former.map(|former| {
        let words = format!("［原为{}］", kind_words(former));
        view! { <span class="diff__note">{words}</span> }
    });
    let segments = text.segments;
    match text.kind {
        TextKind::Heading(level) if level <= 2 => {
            view! { <h2><Segments segments=segments /> {former}</h2> }.into_any()
        }
        TextKind::Heading(_) => {
            view! { <h3><Segments segments=segments /> {former}</h3> }.into_any()
        }
        TextKind::Quote => {
            view! { <blockquote><Segments segments=segments /> {former}</blockquote> }.into_any()
        }
        TextKind::Item { depth, .. } => {
            let class = if depth > 1 {
                "diff__item diff__item--deep"
            } else {
                "diff__item"
            };
            view! { <p class=class><Segments segments=segments /> {former}</p> }.into_any()
        }
        TextKind::Paragraph => view! { <p><Segments segments=segments /> {former}</p> }.into_any(),
    }
}

const fn kind_words(kind: TextKind) -> &'static str {
    match kind {
        TextKind::Paragraph => "正文",
        TextKind::Heading(_) => "标题",
        TextKind::Quote => "引文",
        TextKind::Item { .. } => "列表项",
    }
}

fn table_view(table: TableDiff) -> AnyView {
    let rows = table.rows.into_iter().map(row_view).collect_view();
    view! {
        <div class="diff__table" tabindex="0" role="region" aria-label="表格">
            <table>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row_view(row: RowDiff) -> impl IntoView {
    let change = row.change;
    view! {
        <tr class=block_class(change)>{row.cells.into_iter().map(cell_view).collect_view()}</tr>
    }
}

fn cell_view(cell: CellDiff) -> AnyView {
    let class = block_class(cell.change);
    let (columns, rows) = (cell.colspan.to_string(), cell.rowspan.to_string());
    let segments = cell.segments;
    if cell.header {
        view! { <th class=class colspan=columns rowspan=rows><Segments segments=segments /></th> }
            .into_any()
    } else {
        view! { <td class=class colspan=columns rowspan=rows><Segments segments=segments /></td> }
            .into_any()
    }
}
