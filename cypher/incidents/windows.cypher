// Days of the incidents of other sources that a span of days may meet; no more than a limit.
UNWIND $given.otherSources AS source
MATCH (other:Incident {source: source}) WHERE other.from >= $given.reach AND other.from <= $given.to
RETURN other.from AS from, other.to AS to LIMIT $given.limit
