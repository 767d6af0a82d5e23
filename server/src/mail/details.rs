//! When something happened, and on which device, in words.

use chrono::{DateTime, Datelike as _, Timelike as _};
use fluent_bundle::FluentValue;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMDET;
use icu_datetime::input::{self, Date, Time};
use icu_datetime::options::TimePrecision;
use icu_locale_core::Locale;

use super::MailError;
use super::localizer::MailLocalizer;
use crate::domain::clock::UnixTime;
use crate::domain::device::{APP, Device};
use crate::i18n::TextKey;

/// A row of the table of details.
pub(super) struct Detail {
    pub(super) label: String,
    pub(super) value: String,
    /// Label and value as a line of plain text.
    pub(super) line: String,
}

impl Detail {
    fn new(localizer: MailLocalizer, label: TextKey, value: String) -> Self {
        let label = localizer.text(label);
        let line = localizer.format_all(
            TextKey::MailFact,
            [("label", FluentValue::from(label.as_str())), ("value", FluentValue::from(value.as_str()))],
        );
        Self { label, value, line }
    }
}

/// The time, and the device if it is known. An app is called by the name of the product.
pub(super) fn details(
    localizer: MailLocalizer,
    time_label: TextKey,
    time: UnixTime,
    device: Device,
    product: &str,
) -> Result<Vec<Detail>, MailError> {
    let time = Detail::new(localizer, time_label, format_time(time, localizer.tag())?);
    let device = device_name(localizer, device, product);
    let device = device.map(|device| Detail::new(localizer, TextKey::MailDevice, device));
    Ok([Some(time), device].into_iter().flatten().collect())
}

/// "Firefox on Linux", or the part that is known.
fn device_name(localizer: MailLocalizer, device: Device, product: &str) -> Option<String> {
    let program = device.program.map(|program| if program == APP { product } else { program });
    match (program, device.system) {
        (Some(program), Some(system)) => {
            let names = [("client", FluentValue::from(program)), ("system", FluentValue::from(system))];
            Some(localizer.format_all(TextKey::MailDeviceName, names))
        }
        (program, system) => program.or(system).map(str::to_owned),
    }
}

/// Date and time with weekday and time zone, in the language and calendar of `tag`.
fn format_time(time: UnixTime, tag: &str) -> Result<String, MailError> {
    let utc = DateTime::from_timestamp(time.0, 0).ok_or(MailError::Date)?;
    let small = |number: u32| u8::try_from(number).map_err(|_| MailError::Date);
    let date =
        Date::try_new_iso(utc.year(), small(utc.month())?, small(utc.day())?).map_err(|_| MailError::Date)?;
    let time = Time::try_new(small(utc.hour())?, small(utc.minute())?, 0, 0).map_err(|_| MailError::Date)?;
    let locale: Locale = tag.parse().map_err(|_| MailError::Date)?;
    let fields = YMDET::long().with_time_precision(TimePrecision::Minute);
    let formatter = DateTimeFormatter::try_new(locale.into(), fields).map_err(|_| MailError::Date)?;
    Ok(format!("{} (UTC)", formatter.format(&input::DateTime { date, time })))
}
