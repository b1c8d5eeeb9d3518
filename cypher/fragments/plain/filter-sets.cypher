CALL () { RETURN [] AS places, [] AS side }
