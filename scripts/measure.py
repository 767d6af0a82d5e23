"""Starts each program on a virtual display and waits until the colour of its main button is on the screen.

Screenshots are taken in a loop (ImageMagick's `import`), so a time can be too long by the duration of one screenshot, which
is printed. Memory is the sum over the program and its web processes (`smem`).
"""
import os, pathlib, statistics, subprocess, sys, tempfile, time

ACCENT = bytes([0x0B, 0x5C, 0x55]) * 20
DISPLAY = ":77"
RUNS = int(sys.argv[1])
PROGRAMS = {"latchkey": "target/release/latchkey", "bare": "target/release/examples/bare_window"}


def screenshot(env):
    return subprocess.run(["import", "-window", "root", "-depth", "8", "rgb:-"], env=env, capture_output=True).stdout


def process_tree(pid):
    """The process and all its descendants."""
    table = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True).stdout
    pairs = [tuple(map(int, line.split())) for line in table.splitlines()]
    found = {pid}
    for _ in range(10):
        found |= {child for child, parent in pairs if parent in found}
    return found


def memory(pid):
    """(RSS, PSS) in MiB, over the process tree."""
    ours = process_tree(pid)
    rows = subprocess.run(["smem", "-H", "-c", "pid rss pss"], capture_output=True, text=True).stdout.split("\n")
    sums = [0, 0]
    for row in rows:
        cells = row.split()
        if cells and int(cells[0]) in ours:
            sums[0] += int(cells[1])
            sums[1] += int(cells[2])
    return [kib / 1024 for kib in sums]


def run(program, env):
    start = time.monotonic()
    process = subprocess.Popen([program], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while ACCENT not in screenshot(env):
            if time.monotonic() - start > 30:
                raise SystemExit(f"{program}: no window after 30 s")
        shown = time.monotonic() - start
        time.sleep(2)  # Wait until it is idle.
        return shown * 1000, *memory(process.pid)
    finally:
        process.terminate()
        process.wait()
        while ACCENT in screenshot(env):
            pass


def main():
    screen = subprocess.Popen(["Xvfb", DISPLAY, "-screen", "0", "1024x900x24"], stderr=subprocess.DEVNULL)
    time.sleep(1)
    try:
        with tempfile.TemporaryDirectory() as home:
            env = {"PATH": os.environ["PATH"], "HOME": home, "XDG_RUNTIME_DIR": home, "DISPLAY": DISPLAY}
            pathlib.Path(home).chmod(0o700)
            began = time.monotonic()
            screenshot(env)
            print(f"one screenshot takes {(time.monotonic() - began) * 1000:.0f} ms; {RUNS} runs each, the first is not counted")
            for name, program in PROGRAMS.items():
                seen = [run(program, env) for _ in range(RUNS + 1)][1:]
                times = sorted(row[0] for row in seen)
                print(
                    f"{name}: first usable frame median {statistics.median(times):.0f} ms, slowest {times[-1]:.0f} ms;"
                    f" memory RSS {statistics.median(r[1] for r in seen):.0f} MiB, PSS {statistics.median(r[2] for r in seen):.0f} MiB"
                )
    finally:
        screen.terminate()


main()
