[i.id, i.title, i.edtf, i.earliest, i.latest, i.note, i.placeId, i.source, i.clarity, i.datePrecision, i.placePrecision, i.deaths,
  COLLECT { MATCH (i)-[match:POSSIBLY_SAME]-(other:Incident) RETURN [other.id, other.title, other.edtf, other.earliest, other.latest, match.openStart, match.samePlace, match.kilometres, match.places, match.parties] ORDER BY other.sortKey }]
