"""Creates a folder with the layout of Android's NDK, for machines without it: `stand-in-ndk.py FOLDER CLANG AR`.

C code is compiled with musl's headers. The libraries only export the names of Android's functions, which the crates `libc`
and `ndk-sys` list. Linked programs cannot run, but the linker reports functions that Android does not have.
"""

import pathlib
import re
import subprocess
import sys

from crate_sources import crate_sources

OLDEST = 28  # Dioxus.toml: android_min_sdk_version
ARCHITECTURES = ["aarch64", "x86_64"]

# Functions that no crate lists. The standard library and compiled C call them. In bionic since Android 9 or earlier.
MATHEMATICS = """acos acosf asin asinf atan atan2 atan2f atanf cbrt cbrtf ceil ceilf copysign copysignf cos cosf cosh coshf
    erf erfc erfcf erff exp exp2 exp2f expf expm1 expm1f fabs fabsf fdim fdimf floor floorf fma fmaf fmax fmaxf fmin fminf
    fmod fmodf frexp frexpf hypot hypotf ldexp ldexpf lgamma_r lgammaf_r log log10 log10f log1p log1pf log2 log2f logf
    modf modff nearbyint nearbyintf nextafter pow powf rint rintf round roundf sin sincos sincosf sinf sinh sinhf sqrt
    sqrtf tan tanf tanh tanhf tgamma tgammaf trunc truncf""".split()
ALSO_IN_LIBC = """__cxa_atexit __cxa_finalize __cxa_thread_atexit_impl __errno __register_atfork __sF __stack_chk_fail
    android_set_abort_message bcmp environ getauxval gnu_get_libc_version memccpy pthread_atfork stderr
    stdin stdout""".split()
# Names in musl's headers for bionic's __assert2 and __errno.
MUSL_NAMES = ["__assert_fail", "__errno_location"]
UNWINDING = """_Unwind_Backtrace _Unwind_DeleteException _Unwind_FindEnclosingFunction _Unwind_ForcedUnwind _Unwind_GetCFA
    _Unwind_GetDataRelBase _Unwind_GetGR _Unwind_GetIP _Unwind_GetIPInfo _Unwind_GetLanguageSpecificData
    _Unwind_GetRegionStart _Unwind_GetTextRelBase _Unwind_RaiseException _Unwind_Resume _Unwind_Resume_or_Rethrow
    _Unwind_SetGR _Unwind_SetIP""".split()


def functions(files):
    """The names of all functions in these files."""
    return {name for file in files for name in re.findall(r"\bfn (\w+)\s*\(", file.read_text())}


def library(path, names, target, clang):
    """A shared library that exports these names."""
    assembly = "".join(f".globl {name}\n.type {name},%function\n{name}:\n" for name in sorted(names))
    link = ["-fuse-ld=lld", "-nostdlib", "-shared", f"-Wl,-soname,{path.name}"]
    subprocess.run([clang, target, *link, "-x", "assembler", "-", "-o", path], input=assembly.encode(), check=True)


def archive(path, names, target, clang, ar):
    """A static library with these names."""
    assembly = "".join(f".globl {name}\n.type {name},%function\n{name}:\n" for name in names)
    thing = path.with_suffix(".o")
    subprocess.run([clang, target, "-c", "-x", "assembler", "-", "-o", thing], input=assembly.encode(), check=True)
    subprocess.run([ar, "crs", path, thing], check=True)


def program(path, text):
    path.write_text("#!/bin/sh\n" + text)
    path.chmod(0o755)


def main(folder, clang, ar):
    musl = next(path for path in pathlib.Path("/usr/include").glob("*-linux-musl"))
    tools = pathlib.Path(folder).resolve() / "toolchains/llvm/prebuilt/linux-x86_64"
    (tools / "bin").mkdir(parents=True, exist_ok=True)
    libc = crate_sources("libc")
    unix = libc / "unix"
    of_libc = [unix / "mod.rs", unix / "linux_like/mod.rs", *unix.glob("linux_like/android/**/*.rs")]
    of_libc += [*(libc / "new/bionic_libc").rglob("*.rs"), *(libc / "new/common").rglob("*.rs")]
    ndk = crate_sources("ndk-sys")

    for architecture in ARCHITECTURES:
        triple = f"{architecture}-linux-android"
        target = f"--target={triple}{OLDEST}"
        libraries = tools / "sysroot/usr/lib" / triple / str(OLDEST)
        builtins = tools / "lib/clang/0/lib/linux"
        libraries.mkdir(parents=True, exist_ok=True)
        builtins.mkdir(parents=True, exist_ok=True)
        of_ndk = functions([ndk / f"ffi_{architecture}.rs"])
        log = {name for name in of_ndk if name.startswith("__android_log")}
        library(libraries / "liblog.so", log, target, clang)
        library(libraries / "libandroid.so", of_ndk - log, target, clang)
        library(libraries / "libm.so", MATHEMATICS, target, clang)
        known = functions(of_libc) | {*ALSO_IN_LIBC, *MUSL_NAMES}
        library(libraries / "libc.so", known, target, clang)
        for empty in ["dl", "OpenSLES"]:
            library(libraries / f"lib{empty}.so", [], target, clang)
        archive(libraries / "libunwind.a", UNWINDING, target, clang, ar)
        for empty in ["gcc", "c++abi", "c++_static"]:
            archive(libraries / f"lib{empty}.a", [], target, clang, ar)
        archive(builtins / f"libclang_rt.builtins-{architecture}-android.a", [], target, clang, ar)
        compiling = f'case " $* " in *" -c "*|*" -E "*) exec {clang} {target} -isystem {musl} "$@";; esac\n'
        linking = f'exec {clang} {target} -fuse-ld=lld -nostdlib -L{libraries} "$@" -lc -lm -ldl -Wl,-z,defs\n'
        program(tools / f"bin/{triple}{OLDEST}-clang", compiling + linking)
    for compiler in ["clang", "clang++"]:
        program(tools / "bin" / compiler, f'exec {clang} -isystem {musl} "$@"\n')
    for name, real in [("llvm-ar", ar), ("llvm-ranlib", ar.replace("llvm-ar", "llvm-ranlib"))]:
        program(tools / "bin" / name, f'exec {real} "$@"\n')


main(*sys.argv[1:])
