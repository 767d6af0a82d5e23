//! The strength of a password, from a program of its own.
//!
//! The dictionaries that it is measured with are half of everything, and most of a visit goes by without them. So the
//! page loads that program when the first password is typed. Both meet at the page's element: it has a function `load`,
//! which brings the program, and then a function `measure`, which the program has put there.

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
/// Between the own words. None of them holds one.
const BETWEEN: &str = "\n";

/// Measures a password with the other program; `None` where it does not come. The browser's copy is not wiped, as that
/// of the field is not.
#[cfg(not(feature = "measure"))]
pub async fn ask(password: Zeroizing<String>, own_words: Vec<String>) -> Option<Strength> {
    let page = page_element()?;
    let function = |name: &str| Reflect::get(&page, &name.into()).ok()?.dyn_into::<Function>().ok();
    if function(MEASURE).is_none() {
        let loading = function(LOAD)?.call0(&page).ok()?.dyn_into::<Promise>().ok()?;
        JsFuture::from(loading).await.ok()?;
    }
    let (password, own_words) = (JsValue::from_str(&password), JsValue::from_str(&own_words.join(BETWEEN)));
    let number = function(MEASURE)?.call2(&page, &password, &own_words).ok()?.as_f64()?;
    Strength::of_number(number as u8)
}

/// Puts the function `measure` where [`ask`] looks for it: all that the other program does.
#[cfg(feature = "strength")]
pub fn offer() {
    let Some(page) = page_element() else { return };
    let measuring = Closure::<dyn Fn(String, String) -> u8>::new(|password: String, own_words: String| {
        let own_words: Vec<&str> = own_words.split(BETWEEN).collect();
        super::measure(&Zeroizing::new(password), &own_words).number()
    });
    // An element takes any property.
    drop(Reflect::set(&page, &MEASURE.into(), measuring.as_ref()));
    measuring.forget();
}
