//! 调整工作日历: announcing a year, taking an announcement back, changing days.

use lanmu_api::error::Conflict;
use lanmu_api::work_calendar::{ChangeYear, WorkCalendarView};
use lanmu_domain::calendar::YearArrangement;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::permission::Permission;
use lanmu_domain::text::{clean_block, is_blank};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::check::checked;
use super::preview::moved_by;
use super::view::year_view;
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::holiday_year_change;
use crate::error::Problem;
use crate::service::post_for;
use crate::session::SignedIn;

/// Characters of a note at most.
const NOTE_MAX: usize = 500;

/// Keeps a year like this from now on, and writes down what changed and how many deadlines moved.
/// What is kept like this already changes nothing and leaves no line in the ledger.
///
/// # Errors
/// 403, 409 with who changed it since, 422 with everything that is wrong.
pub async fn change_year(
    write: &WriteTx,
    who: &SignedIn,
    year: i32,
    request: &ChangeYear,
) -> Result<WorkCalendarView, Problem> {
    who.need(Permission::ManageCalendar)?;
    let (tx, site_id, today) = (write.tx(), write.site_id(), write.now().date_naive());
    let announced = request.announced;
    let arrangement = checked(year, announced, &request.arrangement)?;
    let note = clean_note(&request.note)?;
    let kept = year_view(tx, site_id, today, year).await?;
    if kept.version != request.version {
        return Err(stale(kept));
    }
    if kept.version > 0 && kept.announced == announced && kept.arrangement == arrangement {
        return Ok(kept);
    }
    let moved = moved_by(tx, site_id, today, (year, announced), arrangement.clone())
        .await?
        .moved
        .len();
    holiday_year_change::ActiveModel {
        site_id: Set(site_id),
        year: Set(year),
        number: Set(kept.version + 1),
        announced: Set(announced),
        arrangement: Set(serde_json::to_value(&arrangement).map_err(Problem::internal)?),
        note: Set(note.clone()),
        changed_by: Set(Some(who.person.id)),
        changed_by_name: Set(who.person.name.clone()),
        changed_at: Set(write.now_utc()),
        ..Default::default()
    }
    .insert(tx)
    .await?;
    let entry = LedgerEntry {
        post: post_for(&who.actor, None),
        subject: format!("{year}年工作日历"),
        note: line(&kept, announced, &arrangement, moved, &note),
        ..Default::default()
    };
    write.ledger(LedgerAct::CalendarChanged, entry).await?;
    Ok(year_view(tx, site_id, today, year).await?)
}

fn clean_note(text: &str) -> Result<String, Problem> {
    let note = clean_block(text, NOTE_MAX)
        .map_err(|problem| Problem::invalid_field("note", problem.message("依据或原因")))?;
    if is_blank(&note) {
        return Err(Problem::invalid_field("note", "请写明调整的依据或原因。"));
    }
    Ok(note)
}

fn stale(kept: WorkCalendarView) -> Problem {
    let (version, year) = (kept.version, kept.year);
    match kept.changes.into_iter().next() {
        Some(last) => Problem::stale(Conflict {
            version,
            changed_by: if last.changed_by.is_empty() {
                "系统".to_owned()
            } else {
                last.changed_by
            },
            changed_at: last.changed_at,
            what: format!("调整了{year}年工作日历"),
        }),
        None => Problem::new(lanmu_api::error::ErrorCode::Stale),
    }
}

/// What the ledger says, e.g. “2027年：公布安排，放假 33 天，补班 6 天；12 项期限变动。依据：……”.
fn line(
    kept: &WorkCalendarView,
    announced: bool,
    arrangement: &YearArrangement,
    moved: usize,
    note: &str,
) -> String {
    let done = match (kept.announced, announced) {
        (false, true) => "公布安排",
        (true, false) => "撤回公布的安排",
        _ => "调整安排",
    };
    let mut text = format!(
        "{}年：{done}，放假 {} 天，补班 {} 天",
        kept.year,
        arrangement.off.len(),
        arrangement.work.len()
    );
    if !arrangement.local.is_empty() {
        text += &format!("，本地放假 {} 天", arrangement.local.len());
    }
    text += &format!("；{moved} 项期限变动。依据：{note}");
    text
}
