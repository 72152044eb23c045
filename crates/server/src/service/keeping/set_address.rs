//! 登记栏目地址: where on the website a column stands.

use lanmu_api::column::SetAddress;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::text::is_http_address;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::check::Wrong;
use super::{Keeper, Kept};
use crate::db::WriteTx;
use crate::entity::key::from_json;
use crate::entity::site_column;
use crate::error::Problem;
use crate::service::freshness::DutyFilter;
use crate::session::SignedIn;

/// Stores the address, or takes it away where it is empty, and writes it down.
///
/// # Errors
/// 404 where the site has no such column, 422 where the address is none.
pub async fn set_address(
    write: &WriteTx,
    who: &SignedIn,
    column_id: i64,
    request: &SetAddress,
) -> Result<Kept, Problem> {
    let keeper = Keeper::of(write, who);
    let column = site_column::Entity::find_by_id(column_id)
        .filter(site_column::Column::SiteId.eq(write.site_id()))
        .one(write.tx())
        .await?
        .ok_or_else(Problem::not_found)?;
    let mut wrong = Wrong::default();
    let address = wrong.optional("address", "栏目地址", &request.address);
    if !address.is_empty() && !is_http_address(&address) {
        wrong.add("address", "请填写以 http:// 或者 https:// 开头的完整地址。");
    }
    wrong.none()?;
    let none = |text: &str| {
        if text.is_empty() {
            "未登记".to_owned()
        } else {
            text.to_owned()
        }
    };
    let before = column.address.as_deref().unwrap_or_default();
    let note = format!("栏目地址由{}改为{}。", none(before), none(&address));
    let path: Vec<String> = from_json(column.path.clone())?;
    let mut row: site_column::ActiveModel = column.into();
    row.address = Set((!address.is_empty()).then_some(address));
    row.update(write.tx()).await?;
    write
        .ledger(
            LedgerAct::ColumnAddressSet,
            keeper.column_entry(&path, note),
        )
        .await?;
    Ok(Kept {
        id: column_id,
        day: keeper.today,
        duties: DutyFilter::Duties(Vec::new()),
    })
}
