// Between which days all of some claims lie; an end that one of them leaves open is open.
CASE WHEN count(c.earliest) = count(c) THEN min(c.earliest) END AS firstDay, CASE WHEN count(c.latest) = count(c) THEN max(c.latest) END AS lastDay
