//! Measures the strength of a password with a separate WebAssembly program.
//!
//! The dictionaries are half of the app's size and are only needed for the new password, so the page loads the program
//! when the first password is typed. The page's element connects the two: its function `load` loads the program, which
//! then sets the element's function `measure`.

use zeroize::Zeroizing;
#[cfg(not(feature = "measure"))]
use {
    super::Strength,
    crate::platform::{await_page_function, call_page_function},
    wasm_bindgen::JsValue,
};
#[cfg(feature = "strength")]
use {crate::platform::page_element, js_sys::Reflect, wasm_bindgen::closure::Closure};

#[cfg(not(feature = "measure"))]
const LOAD: &str = "load";
const MEASURE: &str = "measure";
/// Separates the user inputs. None of them contains it.
const SEPARATOR: &str = "\n";

/// Measures a password with the other program. Returns `None` if it cannot be loaded. The browser's copies of the
/// password, such as the field's, are not zeroized.
#[cfg(not(feature = "measure"))]
pub async fn measure(password: Zeroizing<String>, user_inputs: Vec<String>) -> Option<Strength> {
    let arguments = [JsValue::from_str(&password), JsValue::from_str(&user_inputs.join(SEPARATOR))];
    let mut measured = call_page_function(MEASURE, &arguments);
    if measured.is_none() {
        await_page_function(LOAD, &[]).await?;
        measured = call_page_function(MEASURE, &arguments);
    }
    Strength::from_number(measured?.as_f64()? as u8)
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
