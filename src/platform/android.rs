//! Android: the activity of platform/android/MainActivity.kt, in both directions. It tells of links and of the back
//! button through the three exported functions, whose names are made of its own; the rest asks something of it.
//!
//! Where there is no activity (an embedding app has another) nothing is told, and nothing is done.

// No other library of an app exports functions of these names: they are that activity's own.
#![allow(unsafe_code)]

use std::path::PathBuf;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use jni::{
    Env, EnvUnowned, JavaVM,
    errors::LogErrorAndDefault,
    jni_sig, jni_str,
    objects::{JObject, JString},
    refs::Global,
    signature::MethodSignature,
    strings::JNIStr,
};
use tokio::sync::Notify;

use crate::link::{IncomingLink, LinkInbox};

/// The latest activity. Android makes another when it has destroyed the first.
static ACTIVITY: Mutex<Option<Arc<Global<JObject<'static>>>>> = Mutex::new(None);
/// Here from the start: the link that opens the app comes before the app itself.
static INBOX: LazyLock<LinkInbox> = LazyLock::new(LinkInbox::new);
/// Rung by the back button. Pressed twice before anybody listens, it counts once.
static BACK: Notify = Notify::const_new();

/// Where the links arrive that Android opens the app with.
pub(crate) fn inbox() -> LinkInbox {
    INBOX.clone()
}

pub(super) async fn back_pressed() {
    BACK.notified().await;
}

pub(super) fn step_aside() {
    tell(jni_str!("stepAside"));
}

pub(super) fn shield(hidden: bool) {
    with_activity(|env, activity| {
        env.call_method(activity, jni_str!("shield"), jni_sig!("(Z)V"), &[hidden.into()])?.v()
    });
}

pub(super) fn has_mail_app() -> bool {
    with_activity(|env, activity| {
        env.call_method(activity, jni_str!("hasMailApp"), jni_sig!("()Z"), &[])?.z()
    })
    .unwrap_or(false)
}

pub(super) fn open_mail_app() -> bool {
    with_activity(|env, activity| {
        env.call_method(activity, jni_str!("openMailApp"), jni_sig!("()Z"), &[])?.z()
    })
    .unwrap_or(false)
}

pub(super) fn open_link(address: &str) -> bool {
    with_activity(|env, activity| {
        let address = env.new_string(address)?;
        let sign = jni_sig!("(Ljava/lang/String;)Z");
        env.call_method(activity, jni_str!("openLink"), sign, &[(&address).into()])?.z()
    })
    .unwrap_or(false)
}

pub(super) fn clipboard_change() -> Option<i64> {
    with_activity(|env, activity| {
        env.call_method(activity, jni_str!("clipboardChange"), jni_sig!("()J"), &[])?.j()
    })
}

pub(super) fn empty_clipboard() {
    tell(jni_str!("emptyClipboard"));
}

/// BCP 47 tags with commas between them, the dearest first.
pub(super) fn languages() -> Option<String> {
    text(jni_str!("languages"))
}

pub(super) fn data_folder() -> Option<PathBuf> {
    text(jni_str!("dataFolder")).map(PathBuf::from)
}

/// Calls a method that takes nothing and answers nothing.
fn tell(method: &'static JNIStr) {
    with_activity(|env, activity| env.call_method(activity, method, jni_sig!("()V"), &[])?.v());
}

/// Calls a method that takes nothing and answers a text.
fn text(method: &'static JNIStr) -> Option<String> {
    const TEXT: MethodSignature<'static, 'static> = jni_sig!("()Ljava/lang/String;");
    with_activity(|env, activity| {
        let answer = env.call_method(activity, method, TEXT, &[])?.l()?;
        env.cast_local::<JString<'_>>(answer)?.try_to_string(env)
    })
}

/// `None` where there is no activity, or it threw something: whoever asked has an answer for that.
fn with_activity<T>(work: impl FnOnce(&mut Env<'_>, &JObject<'_>) -> jni::errors::Result<T>) -> Option<T> {
    let activity = ACTIVITY.lock().unwrap_or_else(PoisonError::into_inner).clone()?;
    JavaVM::singleton().ok()?.attach_current_thread(|env| work(env, &activity)).ok()
}

/// `MainActivity.attach`: the activity has begun.
#[unsafe(no_mangle)]
extern "system" fn Java_dev_dioxus_main_MainActivity_attach(mut env: EnvUnowned<'_>, activity: JObject<'_>) {
    env.with_env(|env| -> jni::errors::Result<()> {
        let activity = Arc::new(env.new_global_ref(&activity)?);
        *ACTIVITY.lock().unwrap_or_else(PoisonError::into_inner) = Some(activity);
        Ok(())
    })
    .resolve::<LogErrorAndDefault>();
}

/// `MainActivity.linkOpened`: Android opened the app, or came back to it, with this link.
#[unsafe(no_mangle)]
extern "system" fn Java_dev_dioxus_main_MainActivity_linkOpened(
    mut env: EnvUnowned<'_>,
    _activity: JObject<'_>,
    link: JString<'_>,
) {
    env.with_env(|env| -> jni::errors::Result<()> {
        INBOX.put(IncomingLink::new(link.try_to_string(env)?));
        Ok(())
    })
    .resolve::<LogErrorAndDefault>();
}

/// `MainActivity.backPressed`: the button, or the gesture from the screen's edge.
#[unsafe(no_mangle)]
extern "system" fn Java_dev_dioxus_main_MainActivity_backPressed(
    _env: EnvUnowned<'_>,
    _activity: JObject<'_>,
) {
    BACK.notify_one();
}
