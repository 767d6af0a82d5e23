//! The UI components of the screens, one folder each with its CSS. They do not depend on the flow or the service.

mod button;
mod countdown;
mod error_summary;
mod external_link;
mod fields;
mod form;
mod icon;
mod language_picker;
mod live_region;
mod notice;
mod page;
mod password_field;
mod spinner;
mod strength_meter;
mod text_field;

pub use button::{Action, ButtonKind, InlineSubmit, Submit, WaitingSubmit};
pub use countdown::use_countdown;
pub use error_summary::{ErrorSummary, FieldError};
pub use external_link::{ExternalLink, UnopenedLink};
pub use fields::Fields;
pub(crate) use fields::provide_fields;
pub(crate) use form::submitted_value;
pub use icon::{BrandTile, Icon, IconName, Illustration, IllustrationName, Tone};
pub use language_picker::LanguagePicker;
pub use live_region::LiveRegion;
pub use notice::{Notice, NoticeKind};
pub(crate) use page::provide_card_shown;
pub use page::{IconText, Lead, LeadWith, Page};
pub use password_field::PasswordField;
pub use spinner::Spinner;
pub use strength_meter::{Meter, Rule, RuleState, Rules, StrengthMeter, advice};
pub use text_field::TextField;
use text_field::explanations;

/// The style sheet of all components, tokens first. It is embedded, so nothing is loaded at run time.
pub const STYLES: &str = concat!(
    include_str!("../../assets/tokens.css"),
    include_str!("../../assets/base.css"),
    include_str!("button/style.css"),
    include_str!("external_link/style.css"),
    include_str!("icon/style.css"),
    include_str!("language_picker/style.css"),
    include_str!("notice/style.css"),
    include_str!("page/style.css"),
    include_str!("password_field/style.css"),
    include_str!("spinner/style.css"),
    include_str!("strength_meter/style.css"),
    include_str!("text_field/style.css"),
    include_str!("../../assets/shell.css"),
);
