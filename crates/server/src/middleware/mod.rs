//! What every request passes on its way to a handler.

pub mod matrix_day;
pub mod origin;
pub mod request_id;
pub mod security_headers;
