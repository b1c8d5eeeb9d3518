[r.id, r.claims, r.origins, r.articles, r.earliest, r.latest, coalesce(r.contested, false)]
