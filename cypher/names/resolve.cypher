// What folded names can mean, where that is all the question.
RETURN true AS asked
//> include named
