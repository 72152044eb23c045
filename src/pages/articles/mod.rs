//! 稿件: the list, an article with its acts, writing and changing.

mod approval_form;
mod assessment;
mod attachments;
mod attribute;
mod autosave;
mod body_editor;
mod correction;
mod doubts;
mod draft;
mod edit;
mod emergency;
mod fields;
mod findings;
mod form;
mod link_dialog;
mod list;
mod missing_reviewers;
mod open_events;
mod presence;
mod publication;
mod restored;
mod returned;
mod storing;
mod time_warning;
mod unsaved;
mod view;
mod withdrawal;

pub use approval_form::ApprovalForm;
pub use edit::{EditArticle, NewArticle};
pub use list::Articles;
pub use view::Article;
