use dioxus::prelude::*;

fn main() {
    dioxus::launch(App);
}

#[component]
fn App() -> Element {
    rsx! {
        form {
            h1 { "Forgot your password?" }
            label { r#for: "email", "Email address" }
            input { id: "email", r#type: "email" }
            button { "Send reset email" }
        }
        form {
            label { r#for: "password", "New password" }
            input { id: "password", r#type: "password" }
            button { "Change password" }
        }
    }
}
