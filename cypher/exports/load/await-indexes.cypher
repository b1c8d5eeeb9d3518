// Near the head of an exported script: its batches find what they join by these indexes.
CALL db.awaitIndexes(300)
