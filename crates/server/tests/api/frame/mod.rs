//! What every request goes through, whatever it asks for, and the executable around it.

mod addresses;
mod bodies;
mod chain;
mod command;
mod first_start;
mod headers;
mod idempotency;
mod migrations;
mod openapi;
mod origin;
mod outage;
mod password;
mod session;
mod sign_in;
mod spa;
