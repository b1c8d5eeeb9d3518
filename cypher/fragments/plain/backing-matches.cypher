r.type IN ['BACKED_BY', 'PART_OF'] AND r.claims > 0
