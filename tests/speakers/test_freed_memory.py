"""What `leg-day listen` frees goes back to the system; of itself, glibc keeps some of it."""

import subprocess
import sys

# glibc takes a larger piece that was freed for the size of what it had better keep from then on.
_FREES = """
from pathlib import Path
from skill.speakers.listen.command import keep_little

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4_096

keep_little()
before = resident()
bytearray(30_000_000)
pieces = [bytearray(b"1" * 1_000_000) for _ in range(20)]
del pieces
print(resident() - before)
"""


def test_what_is_freed_goes_back_to_the_system():
    done = subprocess.run(
        [sys.executable, "-c", _FREES], capture_output=True, check=True, text=True
    )
    assert int(done.stdout) < 2_000_000
