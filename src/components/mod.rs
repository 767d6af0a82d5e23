//! The UI components of the screens, one folder each with its CSS. They do not depend on the flow or the service.

mod button;
mod countdown;
mod error_summary;
mod external_link;
mod fields;
mod form;
mod language_picker;
mod live_region;
mod notice_bar;
mod page;
mod password_field;
mod problem;
mod spinner;
mod strength_meter;
mod text_field;

pub use button::{Action, Submit};
pub use countdown::Countdown;
pub use error_summary::{ErrorSummary, FieldError};
pub use external_link::ExternalLink;
pub use fields::Fields;
pub(crate) use fields::provide_fields;
pub(crate) use form::submitted;
pub use language_picker::LanguagePicker;
pub use live_region::LiveRegion;
pub use notice_bar::NoticeBar;
pub use page::Page;
pub use password_field::PasswordField;
pub use problem::Problem;
pub use spinner::Spinner;
pub use strength_meter::StrengthMeter;
pub use text_field::TextField;
use text_field::explanations;

/// The style sheet of all components, tokens first. It is embedded, so nothing is loaded at run time.
pub const STYLES: &str = concat!(
    include_str!("../../assets/tokens.css"),
    include_str!("../../assets/base.css"),
    include_str!("button/style.css"),
    include_str!("countdown/style.css"),
    include_str!("external_link/style.css"),
    include_str!("language_picker/style.css"),
    include_str!("notice_bar/style.css"),
    include_str!("page/style.css"),
    include_str!("password_field/style.css"),
    include_str!("problem/style.css"),
    include_str!("spinner/style.css"),
    include_str!("strength_meter/style.css"),
    include_str!("error_summary/style.css"),
    include_str!("text_field/style.css"),
    include_str!("../../assets/shell.css"),
);
