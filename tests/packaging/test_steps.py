"""Programs are run, shown, and ended together with what they started."""

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from development import steps

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")
PACKAGING = Path(steps.__file__).parents[1]
# Runs a program that runs another, as pip does; both live for a minute.
RUNS_TWO = """
import sys
from development.steps import call

inner = "import time; print('on', file=open(sys.argv[1], 'w'), flush=True); time.sleep(60)"
outer = "import subprocess, sys; subprocess.run([sys.executable, '-c', *sys.argv[1:]])"
call([sys.executable, "-c", outer, "import sys;" + inner, sys.argv[1]])
"""
HANDS_OVER = """
import os, signal, sys
from pathlib import Path
from development.steps import hand_over

signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(143))
program = (
    "import signal, time\\n"
    # a job in the background of a shell is started deaf to Ctrl+C
    "signal.signal(signal.SIGINT, signal.default_int_handler)\\n"
    "try:\\n"
    "    print('on', flush=True)\\n"
    "    time.sleep(60)\\n"
    "except KeyboardInterrupt:\\n"
    "    print('tidied up', flush=True)\\n"
)
hand_over([sys.executable, "-c", program], cwd=Path.cwd(), env=os.environ)
"""


def test_a_program_s_output_and_exit_code_are_kept(tmp_path: Path) -> None:
    """What a program said, on whichever stream, can be told later and read in a log."""
    log = tmp_path / "log"
    says = "import sys; print('out', flush=True); print('å', file=sys.stderr); sys.exit(3)"

    finished = steps.call([sys.executable, "-X", "utf8", "-c", says], log=log)

    assert finished == steps.Finished(3, "out\nå\n")
    assert finished.output in log.read_text(encoding="utf-8")


def test_a_step_is_told_when_it_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    """A step that failed is not told as done."""
    with steps.step("the first"):
        pass
    with pytest.raises(ZeroDivisionError), steps.step("the second"):
        raise ZeroDivisionError

    told = capsys.readouterr().out
    assert told.startswith("the first: done in ")
    assert "second" not in told


@posix_only
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_what_a_stopped_set_up_started_ends_with_it(tmp_path: Path, number: int) -> None:
    """No program goes on writing into `.venv` behind the back of the next set-up."""
    ready = tmp_path / "ready"
    os.mkfifo(ready)
    reading, writing = os.pipe()
    stops = "import signal, sys; signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))\n"
    owner = subprocess.Popen(
        [sys.executable, "-c", stops + RUNS_TWO, ready],
        cwd=PACKAGING,
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with owner:
        assert ready.read_text() == "on\n"

        owner.send_signal(number)

    # the pipe is closed when the last of them has ended
    assert select.select([reading], [], [], 30)[0]
    assert os.read(reading, 1) == b""
    os.close(reading)


@posix_only
def test_a_program_on_this_terminal_is_given_time_to_tidy_up() -> None:
    """Tests that are stopped from outside end as if somebody had pressed Ctrl+C."""
    owner = subprocess.Popen(
        [sys.executable, "-c", HANDS_OVER], cwd=PACKAGING, stdout=subprocess.PIPE, text=True
    )
    with owner:
        assert owner.stdout
        assert owner.stdout.readline() == "on\n"

        owner.terminate()
        assert owner.stdout.read() == "tidied up\n"

    assert owner.returncode == 143
