// The properties of a row of an exported script: after its three columns, names and values by turns. The first letter of a value tells its kind.
SET record = CASE WHEN record.id IS NULL THEN {} ELSE {id: record.id} END
FOREACH (i IN range(3, size(row) - 1, 2) | SET record[row[i]] = CASE left(row[i + 1], 1)
  WHEN 's' THEN substring(row[i + 1], 1)
  WHEN 'i' THEN toInteger(substring(row[i + 1], 1))
  WHEN 'f' THEN toFloat(substring(row[i + 1], 1))
  WHEN 'b' THEN toBoolean(substring(row[i + 1], 1))
  WHEN 'p' THEN point({longitude: toFloat(split(substring(row[i + 1], 1), ' ')[0]), latitude: toFloat(split(row[i + 1], ' ')[1])})
  ELSE split(substring(row[i + 1], 1), $given.items)[..-1] END)
