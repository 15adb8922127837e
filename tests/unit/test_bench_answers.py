"""The bench's stopwatch: which messages answer which, and how long that took."""

from __future__ import annotations

from pathlib import Path

from bench.stopwatch import Answer, answers

TIMES = """\
in 1 10.000 50
in 2 10.010 60
out 1 10.020 100
out 2 10.500 7
out 1 10.040 200
in 1 12.000 50
out 1 12.100 11
out 1 99.000 5
"""


def test_answers_when_sockets_are_mixed_then_each_message_has_its_own(tmp_path: Path) -> None:
    log = tmp_path / "times"
    log.write_text(TIMES)
    found = answers(log)
    assert [round(one.seconds, 3) for one in found] == [0.04, 0.49, 0.1]
    assert [one.size for one in found] == [300, 7, 11]


def test_answers_when_nothing_was_sent_then_they_took_no_time(tmp_path: Path) -> None:
    log = tmp_path / "times"
    log.write_text("out 1 1.0 5\nin 1 2.0 9\n")
    assert answers(log) == [Answer(2.0, 0.0, 0)]


def test_answers_when_read_from_a_mark_then_only_later_ones_count(tmp_path: Path) -> None:
    log = tmp_path / "times"
    log.write_text(TIMES)
    assert len(answers(log, TIMES.index("in 1 12"))) == 1
