//! The counts of whole sites, against the statuses that everybody else sees.

use chrono::{Days, NaiveDate};
use lanmu_server::bootstrap::Kind;
use lanmu_server::service::freshness::sweep::{site_counts, sweep};
use lanmu_server::service::freshness::{DutyFilter, standings};
use sea_orm::ConnectionTrait;

use crate::support::TestServer;

/// The demonstration's only site.
const SITE: i64 = 1;

async fn assert_same(server: &TestServer, today: NaiveDate) {
    let db = server.state.db.conn();
    let all = standings(db, SITE, today, &DutyFilter::All).await.unwrap();
    let counts = site_counts(db, SITE, today).await.unwrap();
    assert_eq!(counts, all.totals(None), "{today}");
}

/// Days before the first day of the demonstration, and years after it.
async fn assert_same_on_many_days(server: &TestServer) {
    let today = server.state.clock.today();
    for days in [1, 7, 30, 100, 300, 600] {
        assert_same(server, today - Days::new(days)).await;
        assert_same(server, today + Days::new(days)).await;
    }
    assert_same(server, today).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn counts_are_those_of_the_matrix() {
    let (server, _) = TestServer::first(Kind::Demonstration).await;
    assert_same_on_many_days(&server).await;
    let today = server.state.clock.today();
    let swept = sweep(server.state.db.conn(), today).await.unwrap();
    let counts = site_counts(server.state.db.conn(), SITE, today).await;
    assert_eq!((swept.len(), &swept[0].counts), (1, &counts.unwrap()));
    let obligations: u64 = swept[0].counts.iter().map(|c| c.count).sum();
    assert!(obligations > 800, "{obligations}");
}

/// Everything that makes a status depend on more than sums.
#[tokio::test(flavor = "multi_thread")]
async fn counts_follow_owners_closures_settings_and_doubts() {
    let (server, _) = TestServer::first(Kind::Demonstration).await;
    let db = server.state.db.conn();
    let today = server.state.clock.today();
    let day = |ago: u64| today - Days::new(ago);
    for statement in [
        // Other owners since three weeks.
        format!(
            "INSERT INTO duty_tenure (duty_id, department_id, position, since) \
             SELECT duty_id, (department_id % 50) + 1, 99, '{}' FROM duty_tenure \
             WHERE duty_id % 5 = 0",
            day(21)
        ),
        format!(
            "UPDATE duty_tenure SET until_day = '{}' WHERE duty_id % 5 = 0 AND position <> 99",
            day(21)
        ),
        // Nobody.
        format!(
            "UPDATE duty_tenure SET until_day = '{}' WHERE duty_id % 31 = 0",
            day(9)
        ),
        "UPDATE publication SET withdrawn_at = recorded_at WHERE id % 7 = 0".to_owned(),
        "UPDATE publication SET doubts = 'same_time' WHERE id % 5 = 0".to_owned(),
        "UPDATE publication SET verdict = 'accepted' WHERE id % 10 = 0".to_owned(),
        "UPDATE publication SET verdict = 'rejected' WHERE id % 15 = 0 AND id % 10 <> 0".to_owned(),
        "UPDATE trigger_event SET cancelled_at = registered_at WHERE id % 4 = 0".to_owned(),
        "INSERT INTO event_department (event_id, department_id) \
         SELECT l.event_id, min(t.department_id) FROM event_duty l \
         JOIN duty_tenure t ON t.duty_id = l.duty_id WHERE l.event_id % 3 = 0 \
         AND l.event_id NOT IN (SELECT event_id FROM event_department) GROUP BY l.event_id"
            .to_owned(),
        format!(
            "INSERT INTO column_closure (site_id, column_id, closed_on, reason, closed_by_name, \
             recorded_at) SELECT site_id, id, '{}', '', '', '{}T00:00:00+00:00' \
             FROM site_column WHERE id % 11 = 0",
            day(40),
            day(40)
        ),
        format!(
            "UPDATE column_closure SET reopened_on = '{}' WHERE column_id % 2 = 0",
            day(20)
        ),
        format!(
            "INSERT INTO column_rule (site_id, column_id, reach, rules, words, basis, \
             effective_from, recorded_by_name, recorded_at) SELECT site_id, id, 'floor', \
             '[{{\"kind\":\"elapsed\",\"period\":{{\"unit\":\"days\",\"count\":30}}}},\
             {{\"kind\":\"maximum_age\",\"period\":{{\"unit\":\"months\",\"count\":14}}}}]', \
             '', '', '{}', '', '{}T00:00:00+00:00' FROM site_column WHERE id % 13 = 0",
            day(60),
            day(60)
        ),
    ] {
        db.execute_unprepared(&statement).await.unwrap();
    }
    assert_same_on_many_days(&server).await;
}
