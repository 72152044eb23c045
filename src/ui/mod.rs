//! Parts made once and used everywhere, one per file.

pub mod act;
pub mod article_body;
pub mod async_view;
pub mod badge;
pub mod button;
pub mod confirm;
pub mod dialog;
pub mod empty_state;
pub mod error_state;
pub mod field;
pub mod icon;
pub mod loading;
pub mod names;
pub mod opinions;
pub mod page_header;
pub mod radio_group;
pub mod remote;
pub mod review_case;
pub mod search_field;
pub mod segments;
pub mod select;
pub mod status_counts;
pub mod text_area;
pub mod toast;
pub mod url_state;
