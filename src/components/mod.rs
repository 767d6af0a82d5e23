//! The parts that screens are made of: one folder each, its style beside it. They know no flow and no service.

mod button;
mod countdown;
mod live_region;
mod notice_bar;
mod page;
mod password_field;
mod problem;
mod text_field;

pub use button::{Action, Submit};
pub use countdown::Countdown;
pub use live_region::LiveRegion;
pub use notice_bar::NoticeBar;
pub use page::Page;
pub use password_field::PasswordField;
pub use problem::Problem;
pub use text_field::TextField;
use text_field::described_by;

/// Every rule of style, tokens first: one sheet, in the program itself, so that nothing is ever fetched.
pub const STYLES: &str = concat!(
    include_str!("../../assets/tokens.css"),
    include_str!("../../assets/base.css"),
    include_str!("button/style.css"),
    include_str!("countdown/style.css"),
    include_str!("notice_bar/style.css"),
    include_str!("page/style.css"),
    include_str!("password_field/style.css"),
    include_str!("problem/style.css"),
    include_str!("text_field/style.css"),
    include_str!("../app/shell.css"),
);
