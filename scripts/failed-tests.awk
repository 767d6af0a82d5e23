# Reads what `cargo test` wrote and prints `BINARY: TEST` for each test that failed. A binary that ended without naming
# one (a crash, a signal) is printed alone.

# The folder of the build adds nothing: "tests/keyring.rs", "unittests src/lib.rs", "Doc-tests latchkey".
/^ +Running / { binary = $0; sub(/^ +Running /, "", binary); sub(/ \(.*$/, "", binary); named = 0 }
/^ +Doc-tests / { binary = $0; sub(/^ +/, "", binary); named = 0 }

# The last list of this kind before the result has the names; an earlier one is the start of what the tests wrote.
/^failures:$/ { count = 0 }
/^    [^ ]/ { names[++count] = substr($0, 5) }
/^test result: FAILED/ { for (i = 1; i <= count; i++) tell(binary ": " names[i]); named = 1; count = 0 }
/^error: test failed, to rerun pass / { if (!named) tell(binary) }
/^error: could not compile / { tell($0) }

# A test that runs itself again writes its result twice.
function tell(line) { if (!told[line]++) print "    " line }
