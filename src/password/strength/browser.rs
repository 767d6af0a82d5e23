//! Measures the strength of a password with a separate WebAssembly program.
//!
//! The dictionaries are half of the app's size and are only needed for the new password, so the page loads the program
//! when the first password is typed. The page's element connects the two: its function `load` loads the program, which
//! then sets the element's function `measure`.

use js_sys::Reflect;
#[cfg(feature = "strength")]
use wasm_bindgen::closure::Closure;
use zeroize::Zeroizing;
#[cfg(not(feature = "measure"))]
use {
    super::Strength,
    js_sys::{Function, Promise},
    wasm_bindgen::{JsCast as _, JsValue},
    wasm_bindgen_futures::JsFuture,
};

use crate::platform::page_element;

#[cfg(not(feature = "measure"))]
const LOAD: &str = "load";
const MEASURE: &str = "measure";
/// Separates the user inputs. None of them contains it.
const SEPARATOR: &str = "\n";

/// Measures a password with the other program. Returns `None` if it cannot be loaded. The browser's copies of the
/// password, such as the field's, are not zeroized.
#[cfg(not(feature = "measure"))]
pub async fn measure(password: Zeroizing<String>, user_inputs: Vec<String>) -> Option<Strength> {
    let page = page_element()?;
    let function = |name: &str| Reflect::get(&page, &name.into()).ok()?.dyn_into::<Function>().ok();
    if function(MEASURE).is_none() {
        let loading = function(LOAD)?.call0(&page).ok()?.dyn_into::<Promise>().ok()?;
        JsFuture::from(loading).await.ok()?;
    }
    let (password, user_inputs) =
        (JsValue::from_str(&password), JsValue::from_str(&user_inputs.join(SEPARATOR)));
    let number = function(MEASURE)?.call2(&page, &password, &user_inputs).ok()?.as_f64()?;
    Strength::from_number(number as u8)
}

/// Sets the function `measure` that the page calls. The other program does nothing else.
#[cfg(feature = "strength")]
pub fn install() {
    let Some(page) = page_element() else { return };
    let function = Closure::<dyn Fn(String, String) -> u8>::new(|password: String, user_inputs: String| {
        let user_inputs: Vec<&str> = user_inputs.split(SEPARATOR).collect();
        super::measure(&Zeroizing::new(password), &user_inputs).to_number()
    });
    // Cannot fail: an element accepts any property.
    drop(Reflect::set(&page, &MEASURE.into(), function.as_ref()));
    function.forget();
}
