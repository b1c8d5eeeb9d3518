// A patron is an actor that backs another, no more and no less.
UNWIND $given.parties AS id
MATCH (actor:Party:Actor {id: id})
CALL (actor) {
  WITH actor WHERE EXISTS { (actor)<-[:BACKED_BY]-() } AND NOT actor:Patron
  SET actor:Patron
}
CALL (actor) {
  WITH actor WHERE actor:Patron AND NOT EXISTS { (actor)<-[:BACKED_BY]-() }
  REMOVE actor:Patron
}
