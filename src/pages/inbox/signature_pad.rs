//! A signature by pen or finger, on request. Whoever uses the keyboard leaves it out: it is never
//! required.

use lanmu_domain::review::{HANDWRITING_HEIGHT, HANDWRITING_MAX_BYTES, HANDWRITING_WIDTH};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, PointerEvent};

use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;

/// Points nearer than this, in units of the box, add nothing.
const NEAR: u32 = 3;

/// A point of the box.
type Point = (u32, u32);

/// The pad in a dialog.
#[component]
pub fn SignaturePad(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The signature as SVG path data.
    signature: RwSignal<String>,
) -> impl IntoView {
    let strokes = RwSignal::new(Vec::<Vec<Point>>::new());
    let drawing = StoredValue::new(false);
    let path = Memo::new(move |_| strokes.with(|strokes| path_of(strokes)));
    // What was drawn before is drawn anew: strokes are not read back from the path.
    Effect::new(move |_| {
        if open.get() {
            strokes.set(Vec::new());
            drawing.set_value(false);
        }
    });
    let full = Memo::new(move |_| path.with(|path| path.len() + 32 > HANDWRITING_MAX_BYTES));
    let begin = move |event: PointerEvent| {
        event.prevent_default();
        let Some((pad, point)) = place(&event) else {
            return;
        };
        if !event.is_primary() || full.get_untracked() {
            return;
        }
        let _ = pad.set_pointer_capture(event.pointer_id());
        drawing.set_value(true);
        strokes.update(|strokes| strokes.push(vec![point]));
    };
    let draw = move |event: PointerEvent| {
        if !drawing.get_value() || full.get_untracked() {
            return;
        }
        let Some((_, point)) = place(&event) else {
            return;
        };
        let last = strokes.with_untracked(|strokes| strokes.last()?.last().copied());
        if last.is_none_or(|last| is_far(last, point)) {
            strokes.update(|strokes| {
                if let Some(stroke) = strokes.last_mut() {
                    stroke.push(point);
                }
            });
        }
    };
    let end = move |_: PointerEvent| drawing.set_value(false);
    view! {
        <Dialog open=open title="手写签名（可不签）">
            <p>"请用手指或手写笔在框内签名。签名随审核意见保存，不签名不影响办理。"</p>
            <svg
                class="signature-pad"
                viewBox=format!("0 0 {HANDWRITING_WIDTH} {HANDWRITING_HEIGHT}")
                role="img"
                aria-label="签名框"
                on:pointerdown=begin
                on:pointermove=draw
                on:pointerup=end
                on:pointercancel=end
            >
                <path d=move || path.get() />
            </svg>
            <p class="field__error" aria-live="polite">
                {move || full.get().then_some("笔画过多，请清除后重签。")}
            </p>
            <div class="dialog__acts">
                <Button
                    disabled=Signal::derive(move || strokes.with(Vec::is_empty))
                    on_press=move |()| strokes.update(|strokes| { strokes.pop(); })
                >
                    "撤销一笔"
                </Button>
                <Button
                    disabled=Signal::derive(move || strokes.with(Vec::is_empty))
                    on_press=move |()| strokes.set(Vec::new())
                >
                    "清除"
                </Button>
                <Button on_press=move |()| {
                    signature.set(String::new());
                    open.set(false);
                }>"不签名"</Button>
                <Button
                    look=Look::Primary
                    disabled=Signal::derive(move || strokes.with(Vec::is_empty))
                    on_press=move |()| {
                        signature.set(path.get_untracked());
                        open.set(false);
                    }
                >
                    "完成"
                </Button>
            </div>
        </Dialog>
    }
}

/// Where in the box a pointer is.
fn place(event: &PointerEvent) -> Option<(Element, Point)> {
    let pad = event.current_target()?.dyn_into::<Element>().ok()?;
    let frame = pad.get_bounding_client_rect();
    let along = |at: f64, size: f64, most: u32| {
        let share = (at / size).clamp(0.0, 1.0) * f64::from(most);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "clamped to the box"
        )]
        let rounded = share.round() as u32;
        rounded
    };
    let x = f64::from(event.client_x()) - frame.left();
    let y = f64::from(event.client_y()) - frame.top();
    let point = (
        along(x, frame.width(), HANDWRITING_WIDTH),
        along(y, frame.height(), HANDWRITING_HEIGHT),
    );
    Some((pad, point))
}

const fn is_far(a: Point, b: Point) -> bool {
    a.0.abs_diff(b.0) >= NEAR || a.1.abs_diff(b.1) >= NEAR
}

/// Strokes as path data; a tap is a dot.
fn path_of(strokes: &[Vec<Point>]) -> String {
    let mut path = String::new();
    for stroke in strokes {
        for (index, (x, y)) in stroke.iter().enumerate() {
            path.push_str(&format!("{}{x} {y}", if index == 0 { 'M' } else { 'L' }));
        }
        if let [(x, y)] = stroke.as_slice() {
            path.push_str(&format!("L{x} {y}"));
        }
    }
    path
}
