# Reads the output of `cargo test` and prints `BINARY: TEST` for each failed test. A binary that ended without naming a
# test (a crash, a signal) is printed alone.

# The name without the build folder: "tests/keyring.rs", "unittests src/lib.rs", "Doc-tests latchkey".
/^ +Running / { binary = $0; sub(/^ +Running /, "", binary); sub(/ \(.*$/, "", binary); named = 0 }
/^ +Doc-tests / { binary = $0; sub(/^ +/, "", binary); named = 0 }

# The last list before the result has the names. The first begins the output of the failed tests.
/^failures:$/ { count = 0 }
/^    [^ ]/ { names[++count] = substr($0, 5) }
/^test result: FAILED/ { for (i = 1; i <= count; i++) report(binary ": " names[i]); named = 1; count = 0 }
/^error: test failed, to rerun pass / { if (!named) report(binary) }
/^error: could not compile / { report($0) }

# A test that starts its own binary prints its result twice.
function report(line) { if (!reported[line]++) print "    " line }
