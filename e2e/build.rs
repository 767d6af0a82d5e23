//! Compiles the shared object that lets WebKitWebDriver control the app's web view (`shim/webdriver_shim.c`).
#![allow(clippy::print_stdout, reason = "cargo reads a build script's standard output")]

use std::env;
use std::path::PathBuf;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=shim/webdriver_shim.c");
    if env::var("CARGO_CFG_TARGET_OS").is_ok_and(|os| os == "linux") {
        match compile() {
            Ok(object) => println!("cargo::rustc-env=LATCHKEY_WEBDRIVER_SHIM={}", object.display()),
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
    let object = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("libwebdriver_shim.so");
    // Lazy binding: the object is also loaded into processes without WebKit, which never call its functions. Some
    // distributions' compilers bind eagerly by default.
    let compiler = Command::new("cc")
        .args(["-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Wl,-z,lazy", "-o"])
        .arg(&object)
        .arg("shim/webdriver_shim.c")
        .args(String::from_utf8_lossy(&flags.stdout).split_whitespace())
        .arg("-ldl")
        .output()
        .map_err(|error| format!("cc did not start ({error}): run ./scripts/bootstrap, which installs it"))?;
    if compiler.status.success() {
        return Ok(object);
    }
    let stderr = String::from_utf8_lossy(&compiler.stderr);
    Err(format!(
        "shim/webdriver_shim.c did not compile: {}",
        stderr.lines().take(5).collect::<Vec<_>>().join("; ")
    ))
}
