//! Compiles the object that opens the app's web view to WebKitWebDriver (`shim/wdshim.c`).
#![allow(clippy::print_stdout, reason = "cargo reads a build script's standard output")]

use std::env;
use std::path::PathBuf;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=shim/wdshim.c");
    if env::var("CARGO_CFG_TARGET_OS").is_ok_and(|os| os == "linux") {
        match compile() {
            Ok(object) => println!("cargo::rustc-env=LATCHKEY_TOUR_SHIM={}", object.display()),
            Err(reason) => println!("cargo::error={reason}"),
        }
    }
}

fn compile() -> Result<PathBuf, String> {
    let missing = "the headers of webkit2gtk-4.1 are missing: run ./scripts/bootstrap, which installs them";
    let flags =
        Command::new("pkg-config").args(["--cflags", "webkit2gtk-4.1"]).output().map_err(|error| {
            format!("pkg-config did not start ({error}): run ./scripts/bootstrap, which installs it")
        })?;
    if !flags.status.success() {
        return Err(missing.to_owned());
    }
    let object = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("libwdshim.so");
    // Lazy binding: WebKit's functions are called only in a process that has WebKit, and this object is
    // loaded into others too. Some distributions' compilers bind at once unless told otherwise.
    let compiler = Command::new("cc")
        .args(["-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Wl,-z,lazy", "-o"])
        .arg(&object)
        .arg("shim/wdshim.c")
        .args(String::from_utf8_lossy(&flags.stdout).split_whitespace())
        .arg("-ldl")
        .output()
        .map_err(|error| format!("cc did not start ({error}): run ./scripts/bootstrap, which installs it"))?;
    if compiler.status.success() {
        return Ok(object);
    }
    let complaint = String::from_utf8_lossy(&compiler.stderr);
    Err(format!(
        "shim/wdshim.c did not compile: {}",
        complaint.lines().take(5).collect::<Vec<_>>().join("; ")
    ))
}
