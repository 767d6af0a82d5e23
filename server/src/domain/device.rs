//! The rough name of the device that sent a request, such as "Firefox on Linux", for emails. It comes from the `User-Agent`
//! header, which the client can set to anything, so it is only a hint. Only names of the lists below are stored and shown.

/// Maximum length of a `User-Agent`, in bytes. A longer one is ignored.
const MAX_USER_AGENT_BYTES: usize = 512;

/// Stands for our app; emails print the product's name instead.
pub(crate) const APP: &str = "app";

/// Substring of a `User-Agent` and the program it stands for. The first match wins, because many programs also claim to be
/// others.
const PROGRAMS: [(&str, &str); 14] = [
    ("latchkey/", APP),
    ("Edg/", "Edge"),
    ("EdgA/", "Edge"),
    ("EdgiOS/", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Vivaldi/", "Vivaldi"),
    ("DuckDuckGo/", "DuckDuckGo"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Chromium/", "Chromium"),
    ("Safari/", "Safari"),
];

/// The same for operating systems.
const SYSTEMS: [(&str, &str); 10] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("iOS", "iOS"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Macintosh", "macOS"),
    ("macOS", "macOS"),
    ("Linux", "Linux"),
    ("X11", "Linux"),
];

/// The rough name of a device. Both parts may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Device {
    /// [`APP`], or the name of a browser.
    pub(crate) program: Option<&'static str>,
    /// The name of an operating system or a phone.
    pub(crate) system: Option<&'static str>,
}

impl Device {
    /// The device of a `User-Agent` header.
    pub(crate) fn parse(user_agent: &str) -> Self {
        if user_agent.len() > MAX_USER_AGENT_BYTES {
            return Self::default();
        }
        let first_match = |list: &[(&str, &'static str)]| {
            list.iter().find(|(part, _)| user_agent.contains(part)).map(|(_, name)| *name)
        };
        Self { program: first_match(&PROGRAMS), system: first_match(&SYSTEMS) }
    }

    /// The device with these stored names. Names that are not in the lists are dropped.
    pub(crate) fn from_names(program: Option<&str>, system: Option<&str>) -> Self {
        let known = |list: &[(&str, &'static str)], wanted: Option<&str>| {
            list.iter().map(|(_, name)| *name).find(|name| Some(*name) == wanted)
        };
        Self { program: known(&PROGRAMS, program), system: known(&SYSTEMS, system) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(user_agent: &str) -> (Option<&'static str>, Option<&'static str>) {
        let Device { program, system } = Device::parse(user_agent);
        (program, system)
    }

    #[test]
    fn usual_user_agents_are_named() {
        for (user_agent, program, system) in [
            ("latchkey/0.1.0 (Linux)", APP, "Linux"),
            ("latchkey/0.1.0 (iOS)", APP, "iOS"),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox", "Linux"),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
                "Edge",
                "Windows",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
                "Safari",
                "macOS",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0.0.0 Mobile/15E148 Safari/604.1",
                "Chrome",
                "iPhone",
            ),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
                "Samsung Internet",
                "Android",
            ),
        ] {
            assert_eq!(names(user_agent), (Some(program), Some(system)), "{user_agent}");
        }
    }

    #[test]
    fn only_names_of_the_lists_are_used() {
        assert_eq!(names(""), (None, None));
        assert_eq!(names("curl/8.5.0"), (None, None));
        assert_eq!(names("<b>Win a prize</b> at https://evil.example"), (None, None));
        assert_eq!(names(&format!("Firefox/1 {}", "x".repeat(MAX_USER_AGENT_BYTES))), (None, None));
        assert_eq!(
            Device::from_names(Some("<b>"), Some("Linux")),
            Device { program: None, system: Some("Linux") }
        );
        for user_agent in ["latchkey/1 (Linux)", "Chromium/1 (X11)", ""] {
            let device = Device::parse(user_agent);
            assert_eq!(Device::from_names(device.program, device.system), device);
        }
    }
}
