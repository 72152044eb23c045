//! 实时更新: what others do shows without reloading.
//!
//! The server tells by events; while they are cut, the page asks. Parts of the page say what they
//! want to hear of; nothing is fetched that nobody shows.

mod input;
mod link;

use std::rc::Rc;

use lanmu_api::change::Changes;
use leptos::prelude::*;

use crate::session::use_session;
use crate::ui::remote::Remote;
pub use input::is_untouched;
use link::Link;

type Hear = Rc<dyn Fn(&Changes)>;

/// How news come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// Nothing is known yet, or nobody is signed in.
    #[default]
    None,
    /// As they happen.
    Events,
    /// The page asks every few seconds.
    Asking,
    /// Not at all: the server cannot be reached.
    Cut,
}

/// The news, for everything below the app.
#[derive(Clone, Copy)]
pub struct Live {
    way: RwSignal<Way>,
    next: StoredValue<u64>,
    hearers: StoredValue<Vec<(u64, Hear)>, LocalStorage>,
}

impl Live {
    /// How news come now.
    #[must_use]
    pub fn way(self) -> Way {
        self.way.get()
    }

    /// Hears of everything that changes, until the owner is gone.
    pub fn subscribe(self, hear: impl Fn(&Changes) + 'static) {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        self.hearers
            .update_value(|all| all.push((id, Rc::new(hear))));
        on_cleanup(move || {
            self.hearers
                .try_update_value(|all| all.retain(|(other, _)| *other != id));
        });
    }

    fn tell(self, changes: &Changes) {
        let all: Vec<Hear> = self
            .hearers
            .with_value(|all| all.iter().map(|(_, hear)| Rc::clone(hear)).collect());
        for hear in all {
            hear(changes);
        }
    }
}

/// Makes the news known to everything below, as long as somebody is signed in.
pub fn provide_live() {
    let session = use_session();
    let live = Live {
        way: RwSignal::new(Way::None),
        next: StoredValue::new(0),
        hearers: StoredValue::new_local(Vec::new()),
    };
    provide_context(live);
    input::watch();
    let link = Link::new(live);
    let wanted = Memo::new(move |_| {
        session.is_signed_in() && !session.is_expired() && !session.must_change_password()
    });
    Effect::new(move |_| {
        if wanted.get() {
            link.start();
        } else {
            link.stop();
        }
    });
}

/// The news.
#[must_use]
pub fn use_live() -> Live {
    expect_context::<Live>()
}

/// Fetches again when something happens that `concerns` what is shown.
pub fn refetch_on<T: 'static>(remote: Remote<T>, concerns: impl Fn(&Changes) -> bool + 'static) {
    use_live().subscribe(move |changes| {
        if concerns(changes) {
            remote.refetch();
        }
    });
}
