//! The content of an item as it may be stored.

use chrono::{DateTime, FixedOffset};
use lanmu_api::error::FieldError;
use lanmu_domain::article::{Content, Source};
use lanmu_domain::text::FieldProblem;

use super::column_check::problem_with_column;
use crate::db::WriteTx;
use crate::error::Problem;
use crate::service::attachment::unusable;
use crate::service::clean_body::clean_body;
use crate::session::SignedIn;

/// Cleans the fields and the HTML of the body, and checks that the department answers for the
/// column and that the person may use the attachments. What comes out is what is hashed.
///
/// # Errors
/// 422 with every field that is wrong.
pub(super) async fn prepare(
    write: &WriteTx,
    who: &SignedIn,
    department_id: i64,
    content: &Content,
) -> Result<Content, Problem> {
    let cleaned = clean_fields(content).and_then(|content| in_the_past(content, write.now()));
    let today = write.now().date_naive();
    let column = match content.column_id {
        id if id > 0 => {
            problem_with_column(write.tx(), write.site_id(), today, department_id, id).await?
        }
        _ => None,
    };
    let column = column.map(|message| FieldProblem::new("column_id", message));
    let unusable = match &cleaned {
        Ok(content) => unusable(write, who, &content.body).await?,
        Err(_) => Vec::new(),
    };
    match (cleaned, column) {
        (Ok(content), None) if unusable.is_empty() => Ok(content),
        (cleaned, column) => {
            let problems = cleaned.err().unwrap_or_default().into_iter();
            let problems = problems.chain(column).chain(unusable);
            Err(Problem::invalid(problems.map(field_error).collect()))
        }
    }
}

/// The original of a reprint was published before now.
fn in_the_past(content: Content, now: DateTime<FixedOffset>) -> Result<Content, Vec<FieldProblem>> {
    match content.source {
        Source::Reprint { at: Some(at), .. } if at > now => {
            let message = "原文发布时间不能晚于现在";
            Err(vec![FieldProblem::new("source.at", message)])
        }
        Source::Reprint { .. } | Source::Original => Ok(content),
    }
}

/// The fields are checked as they came, then once more: a reference such as `&#7;` becomes a
/// control character only when the HTML is read.
fn clean_fields(content: &Content) -> Result<Content, Vec<FieldProblem>> {
    let mut cleaned = content.clean()?;
    cleaned.body = clean_body(&cleaned.body);
    cleaned.clean()
}

fn field_error(problem: FieldProblem) -> FieldError {
    FieldError {
        field: problem.field,
        message: problem.message,
    }
}

#[cfg(test)]
mod tests {
    use lanmu_domain::article::{Content, Source};

    use super::clean_fields;

    fn content(body: &str) -> Content {
        Content {
            title: "标题".to_owned(),
            document_number: String::new(),
            column_id: 1,
            source: Source::Original,
            body: body.to_owned(),
            attribute: None,
            attribute_reason: String::new(),
            legal_basis: String::new(),
        }
    }

    #[test]
    fn a_control_character_written_as_a_reference_is_found() {
        let problems = clean_fields(&content("<p>甲&#7;乙</p>")).expect_err("a bell");
        assert_eq!(problems[0].field, "body");
    }

    #[test]
    fn the_hash_is_that_of_the_cleaned_body_and_stays() {
        let once = clean_fields(&content("<p>甲</p><script>x</script> ")).expect("clean");
        assert_eq!(once.body, "<p>甲</p>");
        let twice = clean_fields(&once).expect("clean");
        assert_eq!(twice.revision_hash(), once.revision_hash());
    }
}
