//! A web view with one coloured button. `scripts/bench client` compares the app with it.

#![allow(clippy::expect_used)]

use tao::{
    dpi::LogicalSize,
    event::{Event, WindowEvent},
    event_loop::{ControlFlow, EventLoop},
    window::WindowBuilder,
};
use wry::WebViewBuilder;

const PAGE: &str = "<body style='font:16px sans-serif'><h1>Bare</h1><input><button style='border:0;padding:1em 4em;background:#0b5c55;color:#fff'>Send</button>";

fn main() {
    let events = EventLoop::new();
    let window = WindowBuilder::new()
        .with_title("Bare")
        .with_inner_size(LogicalSize::new(480.0, 800.0))
        .build(&events)
        .expect("a window");
    let builder = WebViewBuilder::new().with_html(PAGE);
    #[cfg(target_os = "linux")]
    let view = {
        use {tao::platform::unix::WindowExtUnix as _, wry::WebViewBuilderExtUnix as _};
        builder.build_gtk(window.default_vbox().expect("a box to put it in"))
    };
    #[cfg(not(target_os = "linux"))]
    let view = builder.build(&window);
    let _view = view.expect("a web view");
    events.run(move |event, _, flow| {
        *flow = ControlFlow::Wait;
        if matches!(event, Event::WindowEvent { event: WindowEvent::CloseRequested, .. }) {
            *flow = ControlFlow::Exit;
        }
    });
}
