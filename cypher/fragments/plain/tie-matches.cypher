// No filter is set: the counts on the tie answer.
r.claims > 0 AND r.origins >= $given.f.minOrigins
