"""Reads a finished APK and fails if it is not what Dioxus.toml, platform/android and the library ask for."""

import re
import subprocess
import zipfile

import package
from dex import Dex
from elf import Library
from project import IDENTIFIER, LINKS, OLDEST, OURS, PACKAGE, ROOT, TARGET

ACTIVITY = f"{PACKAGE}.MainActivity"
PAGE = 16384  # the largest memory page of phones
# What the libraries of AndroidX add. Only the system and `adb` may call the exported one (permission DUMP).
THEIRS = {
    "androidx.startup.InitializationProvider": ("false", ""),
    "androidx.profileinstaller.ProfileInstallReceiver": ("true", "android.permission.DUMP"),
}


def same(what, found, expected):
    if found != expected:
        raise SystemExit(f"android: {what}: found {found} instead of {expected}")
    print(f"  {what}: {found}")


def check_application(manifest):
    application = manifest.find("application")
    same("identifier", manifest.get("package"), IDENTIFIER)
    versions = [int(manifest.find("uses-sdk").get(name)) for name in ["minSdkVersion", "targetSdkVersion"]]
    same("Android versions", versions, [OLDEST, TARGET])
    permissions = {element.get("name") for element in manifest.iter("uses-permission")}
    own = f"{IDENTIFIER}.DYNAMIC_RECEIVER_NOT_EXPORTED_PERMISSION"
    same("permissions", sorted(permissions), sorted(["android.permission.INTERNET", own]))
    names = ["allowBackup", "fullBackupContent", "usesCleartextTraffic", "debuggable", "testOnly", "enableOnBackInvokedCallback"]
    values = [application.get(name) for name in names]
    same(", ".join(names), values, ["false", "false", "false", None, None, "true"])


def check_components(manifest):
    components = {}
    for component in manifest.find("application"):
        components[component.get("name")] = (component.get("exported"), component.get("permission", ""))
    same("components (exported, permission)", components, {ACTIVITY: ("true", ""), **THEIRS})
    activity = manifest.find("application/activity")
    values = [activity.get(name) for name in ["launchMode", "taskAffinity", "windowSoftInputMode"]]
    same("singleTask, own task, adjustResize", values, ["2", "", "0x00000010"])


def check_links(manifest):
    """Android takes the part after `scheme://` for the host."""
    found = set()
    for intent_filter in manifest.iter("intent-filter"):
        verified = intent_filter.get("autoVerify", "false")
        for data in intent_filter.findall("data"):
            found.add((verified, *(data.get(name, "") for name in ["scheme", "host", "pathPrefix"])))
    paths = LINKS["paths"]
    expected = {("true", "https", host, path) for host in LINKS["hosts"] for path in paths}
    for scheme in LINKS["schemes"]:
        expected |= {("false", scheme, *re.match("/([^/]+)(.*)", path).groups()) for path in paths}
    same("links (verified, scheme, host, path)", sorted(found), sorted(expected))


def check_rules(apk, manifest):
    application = manifest.find("application")
    network = apk.xml(application.get("networkSecurityConfig"))
    same("cleartext by default", network.find("base-config").get("cleartextTrafficPermitted"), "false")
    exceptions = [(domain.text, domain.get("includeSubdomains")) for domain in network.iter("domain")]
    same("cleartext to", exceptions, [("127.0.0.1", "false")])
    same("own certificates", [element.tag for element in network.iter("trust-anchors")], [])
    transfer = apk.xml(application.get("dataExtractionRules"))
    same("included in a transfer", [element.tag for element in transfer.iter("include")], [])
    tags = sorted(element.get("name") for element in apk.xml(application.get("localeConfig")).iter("locale"))
    same("languages", tags, sorted(path.stem for path in (ROOT / "assets/locales").glob("*.ftl")))


def expected_methods():
    """What Rust calls by name: our functions in the activity, and those that wry's rules keep."""
    kept = re.findall(r"public (\S+) (\w+)\((\S*)\);", (OURS / "keep.pro").read_text())
    codes = {"void": "V", "boolean": "Z", "long": "J", "java.lang.String": "Ljava/lang/String;", "": ""}
    folder = PACKAGE.replace(".", "/")
    methods = {("MainActivity", name, f"({codes[given]}){codes[result]}") for result, name, given in kept}
    text, view = "Ljava/lang/String;", f"L{folder}/RustWebView;"
    methods |= {("WryActivity", "getAppClass", f"({text})Ljava/lang/Class;"), ("WryActivity", "setWebView", f"({view})V")}
    methods |= {("WryActivity", "getVersion", f"(){text}"), ("RustWebView", "evalScript", f"(I{text})V")}
    methods |= {("RustWebView", "<init>", f"(Landroid/content/Context;[{text}{text})V")}
    methods |= {("RustWebView", name, f"({text})V") for name in ["loadUrlMainThread", "loadHTMLMainThread"]}
    methods |= {("RustWebViewClient", "<init>", "(Landroid/content/Context;)V")}
    methods |= {("RustWebChromeClient", "<init>", f"(L{folder}/WryActivity;)V")}
    methods |= {("Ipc", "<init>", f"(L{folder}/RustWebViewClient;)V"), ("Ipc", "postMessage", f"({text})V")}
    return {(f"{folder}/{owner}", name, signature) for owner, name, signature in methods}


def check_names(classes, libraries):
    """Kotlin and Rust find each other by name."""
    methods = {method for found in classes.values() for method in found}
    missing = expected_methods() - {(method.owner, method.name, method.signature) for method in methods}
    same("methods that Rust calls and R8 removed", sorted(missing), [])
    ours = PACKAGE.replace(".", "/")
    native = {method for method in methods if method.is_native and method.owner.startswith(ours)}
    expected = {f"Java_{method.owner.replace('/', '_')}_{method.name}" for method in native}
    # The keyring's crate exports a function for a class of its own, which apps without tao need.
    prefix = f"Java_{PACKAGE.replace('.', '_')}_"
    for abi, library in libraries.items():
        exports = library.exports()
        same(f"{abi}: exports main", "main" in exports, True)
        found = {name for name in exports if name.startswith(prefix)}
        same(f"{abi}: native methods without a function, functions without a method",
             [sorted(expected - found), sorted(found - expected)], [[], []])
    print(f"  {len(classes)} classes, {len(native)} native methods")


def check_libraries(libraries):
    for abi, library in libraries.items():
        small = [alignment for alignment in library.alignments() if alignment < PAGE]
        same(f"{abi}: segments for smaller pages than 16 KiB", small, [])
        same(f"{abi}: sections for debuggers", sorted(n for n in library.section_names() if n.startswith(".debug")), [])


def check_archive(archive):
    """Android maps the table of resources, so it is stored and aligned. It extracts the libraries."""
    table = archive.getinfo("resources.arsc")
    archive.fp.seek(table.header_offset + 26)
    lengths = archive.fp.read(4)
    start = table.header_offset + 30 + int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
    same("resources.arsc is stored and aligned", (table.compress_type, start % 4), (zipfile.ZIP_STORED, 0))
    native = [entry for entry in archive.infolist() if entry.filename.startswith("lib/")]
    same("libraries that are stored", [entry.filename for entry in native if not entry.compress_type], [])
    for entry in sorted(archive.infolist(), key=lambda entry: -entry.compress_size)[:5]:
        print(f"  {entry.filename}: {entry.file_size} bytes, {entry.compress_size} in the APK")


def check(path):
    print(f"{path.name}: {path.stat().st_size} bytes")
    apk = package.Package(path)
    manifest = apk.xml("AndroidManifest.xml")
    check_application(manifest)
    check_components(manifest)
    check_links(manifest)
    check_rules(apk, manifest)
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        classes = {}
        for name in names:
            if re.fullmatch(r"classes\d*\.dex", name):
                classes |= Dex(archive.read(name)).classes()
        libraries = {name.split("/")[1]: Library(archive.read(name)) for name in names if name.startswith("lib/")}
        check_names(classes, libraries)
        check_libraries(libraries)
        check_archive(archive)
    subprocess.run(["apksigner", "verify", "--min-sdk-version", str(OLDEST), "--verbose", path], check=True)
