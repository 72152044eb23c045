//! Something that a person does: pending, refused or done.
//!
//! While it is pending it cannot be done again; refused, the input stays; a retry after a lost
//! answer repeats the idempotency key, so that nothing is done twice.

use std::future::Future;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{ClientError, IdempotencyKey};

type Run<I> = Rc<dyn Fn(I)>;

/// An act and how it stands.
pub struct Act<I: 'static> {
    pending: RwSignal<bool>,
    error: RwSignal<Option<ClientError>>,
    run: StoredValue<Run<I>, LocalStorage>,
}

impl<I> Clone for Act<I> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<I> Copy for Act<I> {}

impl<I> Act<I> {
    /// Does it, unless it is being done.
    pub fn run(self, input: I) {
        if !self.pending.get_untracked() {
            self.run.with_value(Rc::clone)(input);
        }
    }

    /// Whether it is being done.
    #[must_use]
    pub fn pending(self) -> bool {
        self.pending.get()
    }

    /// Why it was refused.
    #[must_use]
    pub fn error(self) -> Option<ClientError> {
        self.error.get()
    }

    /// Why it was refused, where the refusal is not about one of the fields shown.
    #[must_use]
    pub fn general_error(self, fields: &[&str]) -> Option<String> {
        self.error.get().and_then(|error| {
            let about_field = fields.iter().any(|field| error.field(field).is_some());
            (!about_field).then(|| error.message())
        })
    }

    /// What was said of a field.
    #[must_use]
    pub fn field_error(self, field: &str) -> Option<String> {
        self.error
            .with(|error| error.as_ref().and_then(|error| error.field(field)))
    }

    /// Forgets the refusal.
    pub fn clear(self) {
        self.error.set(None);
    }
}

/// An act: `send` does it, `done` follows when it was done.
pub fn use_act<I, T, Fut>(
    send: impl Fn(I, IdempotencyKey) -> Fut + 'static,
    done: impl Fn(T) + 'static,
) -> Act<I>
where
    I: Clone + PartialEq + 'static,
    T: 'static,
    Fut: Future<Output = Result<T, ClientError>> + 'static,
{
    let pending = RwSignal::new(false);
    let error = RwSignal::new(None);
    let last = StoredValue::new_local(None::<(I, IdempotencyKey)>);
    let send = Rc::new(send);
    let done = Rc::new(done);
    let run: Run<I> = Rc::new(move |input: I| {
        let key = last
            .with_value(|last| {
                last.as_ref()
                    .filter(|(before, _)| *before == input)
                    .map(|(_, key)| key.clone())
            })
            .unwrap_or_default();
        last.set_value(Some((input.clone(), key.clone())));
        pending.set(true);
        let answer = send(input, key);
        let done = Rc::clone(&done);
        spawn_local(async move {
            let answer = answer.await;
            // The page may be gone by now.
            if pending.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(value) => {
                    last.set_value(None);
                    error.set(None);
                    done(value);
                }
                Err(problem) => {
                    if problem != ClientError::Network {
                        // Answered: the next try is another act.
                        last.set_value(None);
                    }
                    error.set(Some(problem));
                }
            }
        });
    });
    Act {
        pending,
        error,
        run: StoredValue::new_local(run),
    }
}
