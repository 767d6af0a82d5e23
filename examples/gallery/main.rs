//! Every screen in every state.
//!
//!     cargo run --example gallery                   opens a window with all of them
//!     cargo run --example gallery -- pages FOLDER   writes each as a page, in the languages to check
//!
//! `scripts/gallery` takes pictures of the pages and combines them into sheets.

#![allow(clippy::expect_used)]

mod pseudo;
mod scenes;

use std::{fs, path::Path, rc::Rc, time::Duration};

use dioxus::prelude::*;
use latchkey::{
    app::{Callbacks, Environment, Preview, PreviewFlow},
    config::{Brand, ConfigSources, Support},
    i18n::{Language, MessageOverrides},
    identity::{AppIdentity, DeepLinks},
    secret::EmailAddress,
    service::UnconfiguredService,
    vault::Vault,
};

use crate::scenes::{SCENES, Scene};

/// Languages of the pages, besides the pseudo-language: English, some with long words, some from right to left, some
/// without spaces, and each script.
const LANGUAGES: [&str; 12] = ["en", "de", "fi", "ar", "fa", "ja", "zh-Hans", "hi", "bn", "th", "el", "ru"];

fn main() {
    let mut arguments = std::env::args().skip(1);
    match (arguments.next().as_deref(), arguments.next()) {
        (Some("pages"), Some(folder)) => pages(Path::new(&folder)).expect("a folder to write into"),
        _ => launch(Gallery),
    }
}

/// A scene in a language.
#[derive(Clone, Props)]
struct View {
    scene: &'static Scene,
    language: &'static Language,
    message_overrides: Vec<MessageOverrides>,
    brand: Brand,
}

impl PartialEq for View {
    fn eq(&self, other: &Self) -> bool {
        self.scene.name == other.scene.name && self.language == other.language
    }
}

#[expect(non_snake_case, reason = "a component")]
fn Picture(view: View) -> Element {
    let environment = use_hook(|| Environment {
        language: view.language,
        message_overrides: view.message_overrides,
        brand: view.brand,
        email: view.scene.typed.and_then(|typed| EmailAddress::parse(typed).ok()),
        ..Environment::new(&identity(), Rc::new(UnconfiguredService), Vault::in_memory())
    });
    let callbacks = Callbacks {
        on_complete: Some(EventHandler::new(|_| ())),
        on_cancel: Some(EventHandler::new(|()| ())),
        on_step: None,
    };
    rsx! { Preview { environment, flow: PreviewFlow(view.scene.flow), callbacks, slow: view.scene.slow, mail_app: view.scene.mail_app, password: view.scene.password } }
}

/// All scenes, one below the other.
#[component]
fn Gallery() -> Element {
    rsx! {
        for scene in SCENES {
            h2 { key: "{scene.name}", style: "font: 600 1rem monospace; padding: 1rem", {scene.name} }
            Picture { scene, language: Language::system(), message_overrides: Vec::new(), brand: own_brand() }
        }
    }
}

fn pages(folder: &Path) -> std::io::Result<()> {
    for tag in LANGUAGES {
        let language = Language::from_tag(tag).expect("a language that there is");
        write(&folder.join(tag), language, &[], &own_brand())?;
    }
    let message_overrides = [MessageOverrides { language: "en", messages: pseudo::sentences() }];
    write(&folder.join("pseudo"), Language::english(), &message_overrides, &own_brand())?;
    write(&folder.join("harbour"), Language::english(), &[], &harbour())
}

fn identity() -> AppIdentity {
    let links = DeepLinks {
        schemes: vec!["latchkey".into()],
        hosts: Vec::new(),
        paths: vec!["/reset-password".into()],
    };
    AppIdentity::new("app.latchkey.Gallery", links).expect("an identifier and links")
}

fn own_brand() -> Brand {
    let support = EmailAddress::parse("help@latchkey.example").ok().map(Support::Email);
    Brand { support, ..Brand::default() }
}

/// The example brand.
fn harbour() -> Brand {
    let argument = Some(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/brands/harbour/latchkey.toml").into());
    ConfigSources { argument, ..ConfigSources::default() }.load().expect("the example's configuration").brand
}

/// Lets the strength of the typed password be measured.
fn measure(picture: &mut VirtualDom) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        while tokio::time::timeout(Duration::from_millis(400), picture.wait_for_work()).await.is_ok() {
            picture.render_immediate(&mut dioxus::dioxus_core::NoOpMutations);
        }
    });
}

fn write(
    folder: &Path,
    language: &'static Language,
    message_overrides: &[MessageOverrides],
    brand: &Brand,
) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    for scene in SCENES {
        let mut picture = VirtualDom::new_with_props(
            Picture,
            View { scene, language, message_overrides: message_overrides.to_vec(), brand: brand.clone() },
        );
        picture.rebuild_in_place();
        if !scene.password.is_empty() {
            measure(&mut picture);
        }
        // A window sets the initial value as a property of the field; a page needs it as an attribute.
        let body = dioxus_ssr::render(&picture).replace(" initial_value=", " value=");
        let (tag, direction) = (language.tag, language.direction());
        let page = format!(
            "<!doctype html><html lang=\"{tag}\" dir=\"{direction}\"><head><meta charset=\"utf-8\"><title>{} – \
             Latchkey</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><style>{}</style>\
             </head><body>{body}</body></html>",
            scene.name,
            include_str!("../../assets/page.css"),
        );
        fs::write(folder.join(scene.name).with_extension("html"), page)?;
    }
    Ok(())
}
