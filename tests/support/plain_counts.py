"""Counts over the table `event` alone: plain SQL over its JSON, no fold, no query of ours. Statistics must equal them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

PRANK = "('prank_child', 'prank_adult', 'false_report')"
GHOST = "('ghost_silent', 'ghost_sounds')"
REAL = "('emergency', 'non_emergency', 'repeat', 'out_of_region')"

_VIEW = """
WITH fate AS (
  SELECT s.subject, {set_outcome} AS code
  FROM event s
  WHERE s.kind = 'call.outcome_set'
    AND s.gseq = (SELECT max(l.gseq) FROM event l WHERE l.subject = s.subject AND l.kind = 'call.outcome_set')
    AND NOT EXISTS (
      SELECT 1 FROM event u WHERE u.subject = s.subject AND u.kind = 'call.outcome_undone' AND {undoes} = s.id)
),
answer AS (SELECT subject, min(at_us) AS at_us FROM event WHERE kind = 'call.answered' GROUP BY subject),
gone AS (SELECT subject, min(at_us) AS at_us FROM event WHERE kind = 'call.ended' GROUP BY subject),
rang AS (
  SELECT r.subject, r.at_us, {number} AS number, coalesce(f.code, '') AS code, a.at_us - r.at_us AS waited_us,
         CASE WHEN a.at_us IS NULL AND g.at_us IS NOT NULL THEN 1 ELSE 0 END AS abandoned
  FROM event r
  LEFT JOIN fate f ON f.subject = r.subject
  LEFT JOIN answer a ON a.subject = r.subject
  LEFT JOIN gone g ON g.subject = r.subject
  WHERE r.kind = 'call.ringing' AND r.at_us >= {start} AND r.at_us < {end} AND coalesce(f.code, '') <> 'test'
)
"""
_PARTS = (
    f"count(*), coalesce(sum(CASE WHEN code IN {PRANK} THEN 1 ELSE 0 END), 0), "
    f"coalesce(sum(CASE WHEN code IN {GHOST} THEN 1 ELSE 0 END), 0), "
    f"coalesce(sum(CASE WHEN code IN {REAL} THEN 1 ELSE 0 END), 0)"
)

Parts = tuple[int, int, int, int]
"""Calls, pranks, ghosts, real."""


@dataclass(frozen=True)
class PlainCounts:
    """The log between two moments. `offset_minutes` is the centre's."""

    connection: Connection
    start_us: int
    end_us: int
    offset_minutes: int = 420

    def everything(self) -> Parts:
        (row,) = self._ask(f"SELECT {_PARTS} FROM rang")
        return row

    def answered(self) -> int:
        return self._one("SELECT count(*) FROM rang WHERE waited_us IS NOT NULL")

    def within(self, seconds: int) -> int:
        return self._one(f"SELECT count(*) FROM rang WHERE waited_us <= {seconds * 1_000_000}")

    def abandoned(self) -> int:
        return self._one("SELECT coalesce(sum(abandoned), 0) FROM rang")

    def refused(self) -> int:
        return self._one(
            f"SELECT count(*) FROM event WHERE kind = 'call.refused' AND at_us >= {self.start_us} AND at_us < {self.end_us}"
        )

    def percentile_ms(self, percent: int) -> int:
        """The smallest wait that `percent` of the answered calls did not exceed."""
        answered = self.answered()
        skipped = -(-answered * percent // 100) - 1
        return self._one(f"SELECT waited_us FROM rang WHERE waited_us IS NOT NULL ORDER BY 1 LIMIT 1 OFFSET {skipped}") // 1000

    def by_hour_of_week(self) -> dict[tuple[int, int], Parts]:
        """By weekday (0 = Monday) and hour."""
        hour = f"((at_us + {self.offset_minutes * 60_000_000}) / 3600000000 + 72) % 168"
        return {divmod(int(row[0]), 24): row[1:] for row in self._ask(f"SELECT {hour}, {_PARTS} FROM rang GROUP BY 1")}

    def by_day(self) -> dict[int, Parts]:
        """By number of the local day since 1970-01-01."""
        day = f"(at_us + {self.offset_minutes * 60_000_000}) / 86400000000"
        return {int(row[0]): row[1:] for row in self._ask(f"SELECT {day}, {_PARTS} FROM rang GROUP BY 1")}

    def by_number(self) -> dict[str, Parts]:
        return {row[0]: row[1:] for row in self._ask(f"SELECT number, {_PARTS} FROM rang GROUP BY 1")}

    def calls_of_any_kind(self) -> int:
        """Rung, refused and dialled, tests too: the rows of the list of calls."""
        kinds = "('call.ringing', 'call.refused', 'call.dialed')"
        where = f"kind IN {kinds} AND at_us >= {self.start_us} AND at_us < {self.end_us}"
        return self._one(f"SELECT count(*) FROM event WHERE {where}")

    def _one(self, query: str) -> int:
        return int(self._ask(query)[0][0])

    def _ask(self, query: str) -> list[tuple]:
        on_server = self.connection.dialect.name == "postgresql"

        def field(alias: str, name: str) -> str:
            return f"({alias}.payload::json->>'{name}')" if on_server else f"json_extract({alias}.payload, '$.{name}')"

        view = _VIEW.format(
            set_outcome=field("s", "outcome"),
            undoes=field("u", "undoes"),
            number=field("r", "number"),
            start=self.start_us,
            end=self.end_us,
        )
        escaped = (view + query).replace("%", "%%") if on_server else view + query
        result = [tuple(row) for row in self.connection.exec_driver_sql(escaped)]
        self.connection.rollback()
        return result
