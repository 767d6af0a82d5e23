//! Android: the bridge to the activity in platform/android/MainActivity.kt. The activity calls the three exported
//! functions for links and the back button; all other functions here call the activity.
//!
//! In an embedding app with another activity, all calls do nothing.

// The names of the exported functions contain the activity's name, so no other library exports them.
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

/// The current activity. Android creates a new one after destroying the first.
static ACTIVITY: Mutex<Option<Arc<Global<JObject<'static>>>>> = Mutex::new(None);
/// Static: the link that opens the app arrives before the app runs.
static INBOX: LazyLock<LinkInbox> = LazyLock::new(LinkInbox::new);
/// Notified by the back button. Several presses before anyone waits count once.
static BACK: Notify = Notify::const_new();

/// The inbox for links that Android opens the app with.
pub(crate) fn inbox() -> LinkInbox {
    INBOX.clone()
}

pub(super) async fn back_pressed() {
    BACK.notified().await;
}

pub(super) fn move_to_background() {
    call(jni_str!("moveToBackground"));
}

pub(super) fn set_content_protection(enabled: bool) {
    with_activity(|env, activity| {
        env.call_method(activity, jni_str!("setContentProtection"), jni_sig!("(Z)V"), &[enabled.into()])?.v()
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
    call(jni_str!("emptyClipboard"));
}

/// BCP 47 tags, separated by commas, in order of preference.
pub(super) fn languages() -> Option<String> {
    call_for_string(jni_str!("languages"))
}

pub(super) fn data_folder() -> Option<PathBuf> {
    call_for_string(jni_str!("dataFolder")).map(PathBuf::from)
}

/// Calls a method of the activity that has neither parameters nor a result.
fn call(method: &'static JNIStr) {
    with_activity(|env, activity| env.call_method(activity, method, jni_sig!("()V"), &[])?.v());
}

/// Calls a method of the activity that has no parameters and returns a string.
fn call_for_string(method: &'static JNIStr) -> Option<String> {
    const TEXT: MethodSignature<'static, 'static> = jni_sig!("()Ljava/lang/String;");
    with_activity(|env, activity| {
        let answer = env.call_method(activity, method, TEXT, &[])?.l()?;
        env.cast_local::<JString<'_>>(answer)?.try_to_string(env)
    })
}

/// `None` if there is no activity or it threw an exception.
fn with_activity<T>(work: impl FnOnce(&mut Env<'_>, &JObject<'_>) -> jni::errors::Result<T>) -> Option<T> {
    let activity = ACTIVITY.lock().unwrap_or_else(PoisonError::into_inner).clone()?;
    JavaVM::singleton().ok()?.attach_current_thread(|env| work(env, &activity)).ok()
}

/// `MainActivity.attach`: the activity was created.
#[unsafe(no_mangle)]
extern "system" fn Java_dev_dioxus_main_MainActivity_attach(mut env: EnvUnowned<'_>, activity: JObject<'_>) {
    env.with_env(|env| -> jni::errors::Result<()> {
        let activity = Arc::new(env.new_global_ref(&activity)?);
        *ACTIVITY.lock().unwrap_or_else(PoisonError::into_inner) = Some(activity);
        Ok(())
    })
    .resolve::<LogErrorAndDefault>();
}

/// `MainActivity.linkOpened`: Android opened or resumed the app with this link.
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

/// `MainActivity.backPressed`: the back button or gesture.
#[unsafe(no_mangle)]
extern "system" fn Java_dev_dioxus_main_MainActivity_backPressed(
    _env: EnvUnowned<'_>,
    _activity: JObject<'_>,
) {
    BACK.notify_one();
}
