// On whose side each party is: the nearest patrons that it reaches through BACKED_BY and PART_OF (a commander through what he commands) and that are not part of another party themselves.
UNWIND $given.ids AS id
MATCH (node:Party {id: id}) WHERE NOT node:Location
MATCH path = ANY SHORTEST (node)(()<-[command:COMMANDED_BY]-()){0,1}(actor:Actor)(()-[r:BACKED_BY|PART_OF]->()){0,5}(patron:Patron)
WHERE NOT EXISTS { (patron)-[:PART_OF]->(:Actor) }
WITH id, patron, length(path) AS distance ORDER BY distance, patron.sortKey
WITH id, collect({patron: patron.id, distance: distance}) AS reached
RETURN collect([id, [hit IN reached WHERE hit.distance = reached[0].distance | hit.patron]]) AS sides
