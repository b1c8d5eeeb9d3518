// Origins by id, as columns.
UNWIND $given.ids AS id
MATCH (o:Origin {id: id})
RETURN collect([o.id, o.name, o.kind, o.root, o.note]) AS originRows
