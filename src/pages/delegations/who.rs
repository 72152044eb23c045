//! Whose posts, which of them, and to whom.

use lanmu_api::delegation::DelegationPerson;
use lanmu_domain::delegation::{can_be_delegated, suits};
use lanmu_domain::role::Post;

use crate::ui::select::Choice;

/// The people whose posts can be passed on.
#[must_use]
pub fn principals(people: &[DelegationPerson]) -> Vec<Choice> {
    let reviews = |person: &&DelegationPerson| !posts_of(people, person.id).is_empty();
    std::iter::once(Choice::new("", "请选择委托人"))
        .chain(
            people
                .iter()
                .filter(reviews)
                .map(|person| Choice::new(person.id, in_words(person))),
        )
        .collect()
}

/// The posts of a person that can be passed on: id and words.
#[must_use]
pub fn posts_of(people: &[DelegationPerson], person_id: i64) -> Vec<(i64, String)> {
    people
        .iter()
        .filter(|person| person.id == person_id)
        .flat_map(|person| &person.posts)
        .filter(|held| can_be_delegated(held.post.post.role))
        .map(|held| {
            let post = &held.post.post;
            let words = format!(
                "{}　{}（{}）",
                held.post.department_name,
                post.role.label(),
                post.title
            );
            (held.id, words)
        })
        .collect()
}

/// Who could stand in for all of these posts.
#[must_use]
pub fn delegates(people: &[DelegationPerson], principal_id: i64, chosen: &[i64]) -> Vec<Choice> {
    let posts: Vec<&Post> = people
        .iter()
        .filter(|person| person.id == principal_id)
        .flat_map(|person| &person.posts)
        .filter(|held| chosen.contains(&held.id))
        .map(|held| &held.post.post)
        .collect();
    let fits = |person: &&DelegationPerson| {
        let theirs: Vec<Post> = person
            .posts
            .iter()
            .map(|held| held.post.post.clone())
            .collect();
        person.id != principal_id
            && !posts.is_empty()
            && posts.iter().all(|post| {
                post.department_id
                    .is_some_and(|department_id| suits(post.role, department_id, &theirs))
            })
    };
    std::iter::once(Choice::new("", "请选择代办人"))
        .chain(
            people
                .iter()
                .filter(fits)
                .map(|person| Choice::new(person.id, in_words(person))),
        )
        .collect()
}

/// `姓名（部门　职务、……）`.
fn in_words(person: &DelegationPerson) -> String {
    let posts: Vec<String> = person
        .posts
        .iter()
        .map(|held| format!("{}　{}", held.post.department_name, held.post.post.title))
        .collect();
    format!("{}（{}）", person.name, posts.join("、"))
}
