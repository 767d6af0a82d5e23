//! The expected outcome of each call with each fault.

use super::call::Call;
use super::support::fault_proxy::fault::{CertificateFault, Fault, Tls11Reply};

/// All faults, in the order of the table.
pub fn faults() -> Vec<Fault> {
    use Fault::*;
    let resets = (0..20).map(|place| ConnectionReset(place * 5));
    let before = [ConnectionRefused, BlackHole, ResponseWithheld];
    let after = [
        SlowResponse,
        TruncatedBody,
        DuplicatedResponse,
        OversizedResponse,
        ContentLengthTooSmall,
        ContentLengthTooLarge,
        CorruptGzip,
        GatewayError(502),
        GatewayError(503),
        GatewayError(504),
        PortalRedirect,
        PortalPage,
        PlainHttpOnTlsPort,
        HandshakeTimeout,
        HandshakeReset,
        BadCertificate(CertificateFault::Expired),
        BadCertificate(CertificateFault::OtherHost),
        BadCertificate(CertificateFault::UnknownAuthority),
        Tls11Only(Tls11Reply::Alert),
        Tls11Only(Tls11Reply::Hello),
        ProxyRejects(403),
        ProxyRejects(407),
        ProxyRejects(502),
    ];
    before.into_iter().chain(resets).chain(after).collect()
}

/// The id of the message in `assets/locales/en.ftl` that is shown; `None` if there is no error to show.
pub fn expected_message(fault: Fault, call: Call) -> Option<&'static str> {
    use Fault::*;
    // The form works without the policy: the service reports what is wrong when it refuses a password.
    if call == Call::Policy {
        return None;
    }
    Some(match fault {
        DuplicatedResponse => return None,
        // The app waits for the connection and retries. Not with a TOTP code, which would be too old.
        ConnectionRefused | HandshakeReset if call == Call::SecondFactor => "offline",
        ConnectionRefused | HandshakeReset => "offline-title",
        BlackHole | ResponseWithheld | SlowResponse | ContentLengthTooLarge | HandshakeTimeout => "timed-out",
        ConnectionReset(_) | TruncatedBody | ContentLengthTooSmall | CorruptGzip | GatewayError(_) => {
            "down-title"
        }
        OversizedResponse => "invalid-response",
        PortalRedirect | PortalPage => "unexpected-response",
        PlainHttpOnTlsPort | BadCertificate(_) | Tls11Only(_) => "tls-error",
        ProxyRejects(_) => "proxy-error",
    })
}

/// Whether the server sets the password although its response is lost.
pub fn password_is_set(fault: Fault, call: Call) -> bool {
    call.resets() && !fault.blocks_request()
}
