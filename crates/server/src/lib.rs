
pub mod entity;
pub mod migration;
