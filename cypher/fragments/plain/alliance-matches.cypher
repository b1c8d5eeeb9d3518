r.claims > 0
