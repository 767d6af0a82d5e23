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
    Help = "help",
    Privacy = "privacy",
    Terms = "terms",

    ResetTitle = "reset-title",
    OpenAppLead = "open-app-lead",
    OpenApp = "open-app",
    OrSetItHere = "or-set-it-here",
    GetApp = "get-app",
    CodeTitle = "code-title",
    CodeLead = "code-lead",
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
    WaitHours = "wait-hours",
    WaitDays = "wait-days",
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
    FreezeWasYou = "freeze-was-you",
    FreezeExpired = "freeze-expired",
    FreezeSupersededTitle = "freeze-superseded-title",
    FreezeSupersededText = "freeze-superseded-text",
    FrozenTitle = "frozen-title",
    FrozenLead = "frozen-lead",
    MailboxStepTitle = "mailbox-step-title",
    MailboxStepText = "mailbox-step-text",
    FrozenPasswordTitle = "frozen-password-title",
    UnlocksAccount = "unlocks-account",

    MailResetSubject = "mail-reset-subject",
    MailResetPreheader = "mail-reset-preheader",
    MailResetPreheaderCode = "mail-reset-preheader-code",
    MailResetLead = "mail-reset-lead",
    MailSameDevice = "mail-same-device",
    MailButton = "mail-button",
    MailLinkValid = "mail-link-valid",
    MailLinkCopy = "mail-link-copy",
    MailCodeTitle = "mail-code-title",
    MailCodeValid = "mail-code-valid",
    MailRequested = "mail-requested",
    MailChanged = "mail-changed",
    MailDevice = "mail-device",
    MailDeviceName = "mail-device-name",
    MailFact = "mail-fact",
    MailUnrequestedTitle = "mail-unrequested-title",
    MailUnrequestedText = "mail-unrequested-text",
    MailUnrequestedAgain = "mail-unrequested-again",
    MailWhyReset = "mail-why-reset",
    MailWhyChanged = "mail-why-changed",

    NoticeSubject = "notice-subject",
    NoticePreheader = "notice-preheader",
    NoticeLead = "notice-lead",
    NoticeSignedOut = "notice-signed-out",
    NoticeOwnChange = "notice-own-change",
    NoticeNotYouTitle = "notice-not-you-title",
    NoticeLockTitle = "notice-lock-title",
    NoticeLinkValid = "notice-link-valid",
    NoticeRecoveryTitle = "notice-recovery-title",
    NoticeSupportTitle = "notice-support-title",
}
