//! What must become of each call under each fault.

use super::call::Call;
use super::support::line::fault::{Fault, Faulty, Tls11By};

/// All faults, in the order of the table.
pub fn faults() -> Vec<Fault> {
    use Fault::*;
    let resets = (0..20).map(|place| Reset(place * 5));
    let before = [Refused, BlackHole, Withheld];
    let after = [
        Drip,
        Truncated,
        Duplicated,
        Oversized,
        LengthTooShort,
        LengthTooLong,
        CorruptGzip,
        Gateway(502),
        Gateway(503),
        Gateway(504),
        PortalRedirect,
        PortalPage,
        PortalOnTlsPort,
        HandshakeSilence,
        HandshakeReset,
        Certificate(Faulty::Expired),
        Certificate(Faulty::OtherHost),
        Certificate(Faulty::UnknownAuthority),
        Tls11(Tls11By::Alert),
        Tls11(Tls11By::Hello),
        ProxyRefuses(403),
        ProxyRefuses(407),
        ProxyRefuses(502),
    ];
    before.into_iter().chain(resets).chain(after).collect()
}

/// The sentence of `assets/locales/en.ftl` that the person reads; `None` where there is nothing to say.
pub fn words(fault: Fault, call: Call) -> Option<&'static str> {
    use Fault::*;
    // Without the rules the form still works: the service says them when it refuses a password.
    if call == Call::Policy {
        return None;
    }
    Some(match fault {
        Duplicated => return None,
        // The app waits for the line and goes on by itself; not with the code of an authenticator app, which is old
        // by then.
        Refused | HandshakeReset if call == Call::SecondFactor => "offline",
        Refused | HandshakeReset => "offline-waiting",
        BlackHole | Withheld | Drip | LengthTooLong | HandshakeSilence => "timed-out",
        Reset(_) | Truncated | LengthTooShort | CorruptGzip | Gateway(_) => "service-down",
        Oversized => "invalid-response",
        PortalRedirect | PortalPage => "unexpected-response",
        PortalOnTlsPort | Certificate(_) | Tls11(_) => "tls-error",
        ProxyRefuses(_) => "proxy-error",
    })
}

/// Whether the server has set the password although nobody heard of it.
pub fn is_set(fault: Fault, call: Call) -> bool {
    call.resets() && !fault.keeps_request_from_server()
}
