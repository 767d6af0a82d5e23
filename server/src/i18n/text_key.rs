//! The keys of all texts. The texts are in `locales/`.

macro_rules! text_keys {
    ($($name:ident = $id:literal,)*) => {
        /// The key of a text.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum TextKey {
            $(#[doc = $id] $name,)*
        }

        impl TextKey {
            /// The id of the message in the Fluent files.
            pub(super) fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)*
                }
            }

            /// All keys. Only for tests, so that the compiler still reports unused keys.
            #[cfg(test)]
            pub(super) const ALL: &[Self] = &[$(Self::$name,)*];
        }
    };
}

text_keys! {
    Language = "language",
    Support = "support",

    ResetTitle = "reset-title",
    OpenAppLead = "open-app-lead",
    OpenApp = "open-app",
    GetApp = "get-app",
    CodeTitle = "code-title",
    CodeLead = "code-lead",
    BoundLead = "bound-lead",
    ResetHere = "reset-here",
    LinkLabel = "link-label",
    LinkHint = "link-hint",
    NewPassword = "new-password",
    Policy = "policy",
    RepeatPassword = "repeat-password",
    ShowPasswords = "show-passwords",
    SecondFactor = "second-factor",
    SetPassword = "set-password",

    DoneTitle = "done-title",
    DoneSignedOut = "done-signed-out",
    DoneClose = "done-close",

    ErrorSummaryTitle = "error-summary-title",
    LinkMissing = "link-missing",
    PasswordMissing = "password-missing",
    PasswordsDiffer = "passwords-differ",
    PasswordTooShort = "password-too-short",
    PasswordTooLong = "password-too-long",
    PasswordCommon = "password-common",
    PasswordBreached = "password-breached",
    PasswordPersonal = "password-personal",
    PasswordProductName = "password-product-name",
    PasswordSameAsBefore = "password-same-as-before",
    SecondFactorRequired = "second-factor-required",
    SecondFactorInvalid = "second-factor-invalid",
    EmailInvalid = "email-invalid",
    WaitSeconds = "wait-seconds",
    WaitMinutes = "wait-minutes",
    MalformedRequest = "malformed-request",
    CrossSiteRequest = "cross-site-request",
    InternalError = "internal-error",

    ExpiredTitle = "expired-title",
    ExpiredText = "expired-text",
    UsedTitle = "used-title",
    UsedText = "used-text",
    SupersededTitle = "superseded-title",
    SupersededText = "superseded-text",
    OtherDeviceTitle = "other-device-title",
    OtherDeviceText = "other-device-text",
    InvalidLinkTitle = "invalid-link-title",
    InvalidLinkText = "invalid-link-text",

    RequestTitle = "request-title",
    RequestNewLink = "request-new-link",
    RequestLead = "request-lead",
    RequestInApp = "request-in-app",
    Email = "email",
    Send = "send",
    RequestedTitle = "requested-title",
    RequestedText = "requested-text",
    RequestedSpam = "requested-spam",

    FreezeTitle = "freeze-title",
    FreezeLead = "freeze-lead",
    Freeze = "freeze",
    FreezeExpired = "freeze-expired",
    FreezeSupersededTitle = "freeze-superseded-title",
    FreezeSupersededText = "freeze-superseded-text",
    FrozenTitle = "frozen-title",
    FrozenText = "frozen-text",

    MailResetSubject = "mail-reset-subject",
    MailResetLead = "mail-reset-lead",
    MailSameDevice = "mail-same-device",
    MailButton = "mail-button",
    MailLinkValid = "mail-link-valid",
    MailLinkCopy = "mail-link-copy",
    MailCodeTitle = "mail-code-title",
    MailCodeValid = "mail-code-valid",
    MailUnrequestedTitle = "mail-unrequested-title",
    MailUnrequestedText = "mail-unrequested-text",
    MailUnrequestedAgain = "mail-unrequested-again",

    NoticeSubject = "notice-subject",
    NoticeLead = "notice-lead",
    NoticeTime = "notice-time",
    NoticeOwnChange = "notice-own-change",
    NoticeLinkValid = "notice-link-valid",
    NoticeYourMailbox = "notice-your-mailbox",
    NoticeRecovery = "notice-recovery",
    NoticeSupport = "notice-support",
}
