"""The bench's own harness works; its figures are not judged here."""

from __future__ import annotations

from tests.bench import journal_bench


def test_both_sides_of_the_commit_bench_commit_the_same() -> None:
    figures = journal_bench.commit_latency(commits=20)

    assert figures["commits"] == 20
    assert all(figures[f"ratio_p{percent}"] > 0 for percent in (50, 99))


def test_the_kill_bench_counts_what_was_lost() -> None:
    figures = journal_bench.kill_rounds(2)

    assert (figures["rounds"], figures["lost"], figures["findings"], figures["integrity"]) == (2, 0, [], "ok")
    assert figures["acknowledged"] > 0
