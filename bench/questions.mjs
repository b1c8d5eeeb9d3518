// What is asked of every contestant: ours in GraphQL, the peer in its own GraphQL, the floor in one Cypher statement written by hand; and how each answer reads as rows, to be compared before
// anything is timed. `null` where a contestant cannot express the question.

const CLAIM = 'summary paragraph article { title publisher } date { edtf } place { name }';
const FIGHT = `opponent { name } fights { member { name } fight { type claims(first: 20) { nodes { ${CLAIM} } } } chain { claims(first: 3) { nodes { ${CLAIM} } } } }`;
const PEER_CLAIM = 'summary paragraph edtf statedIn { title publishedBy { name } } at { name }';
const FLOOR_CLAIM = (c) => `{summary: ${c}.summary, paragraph: ${c}.paragraph, date: ${c}.edtf, place: ${c}p.name, article: {title: ${c}a.title, publisher: ${c}o.name}}`;

const ours = (claim) => [claim.summary, claim.paragraph, claim.article.title, claim.article.publisher, claim.date?.edtf ?? null, claim.place?.name ?? null];
const peer = (claim) => [claim.summary, claim.paragraph, claim.statedIn[0].title, claim.statedIn[0].publishedBy[0].name, claim.edtf ?? null, claim.at[0]?.name ?? null];
const floor = (claim) => [claim.summary, claim.paragraph, claim.article.title, claim.article.publisher, claim.date ?? null, claim.place ?? null];

// Without the hint the planner reads every claim from some size on; whoever writes such a statement by hand sees that, and gives one.
const FLOOR_EVIDENCE = (c, tie) => `MATCH (${c}:Claim {tieId: ${tie}.id}) USING INDEX ${c}:Claim(tieId, sortKey) WHERE ${c}.sortKey IS NOT NULL AND ${c}.endedAt IS NULL
  MATCH (${c})-[:STATED_IN]->(${c}a:Article)-[:PUBLISHED_BY]->(${c}o:Origin) OPTIONAL MATCH (${c})-[:AT]->(${c}p:Location)`;

/** The flagship, one step of backing deep. */
function direct(name, patron, when) {
  const during = when ? `, filter: { during: { edtf: "${when[0]}/${when[1]}", certainty: CERTAIN } }` : '';
  const timed = when ? `, earliest_GTE: "${when[0]}", latest_LTE: "${when[1]}"` : '';
  // A chain's links obey a period by possibility; these are states without an end, so they hold.
  return {
    name,
    ours: { query: `query Flagship($patron: String!) { opponentsOfProxies(patron: $patron, reach: DIRECT, first: 100${during}) { nodes { ${FIGHT} } } }`, variables: { patron } },
    rowsOfOurs: (data) => data.opponentsOfProxies.nodes.flatMap(({ opponent, fights }) =>
      fights.flatMap(({ member, fight, chain }) => fight.claims.nodes.map((claim) => [opponent.name, member.name, fight.type, ...ours(claim), ...chain.flatMap((link) => link.claims.nodes.flatMap(ours))]))),
    peer: {
      query: `query Flagship($patron: String!) { actors(where: { name: { eq: $patron } }) { proxies {
        name
        backing: claimsAsSubject(where: { type: { eq: "BACKED_BY" }, object: { some: { name: { eq: $patron } } } }) { ${PEER_CLAIM} }
        one: claimsAsSubject(where: { type: { in: ["CLASHED_WITH", "ATTACKED"] }, endedAt: { eq: null }${when ? `, earliest: { gte: "${when[0]}" }, latest: { lte: "${when[1]}" }` : ''} }) { type object { name } ${PEER_CLAIM} }
        other: claimsAsObject(where: { type: { in: ["CLASHED_WITH", "ATTACKED"] }, endedAt: { eq: null }${when ? `, earliest: { gte: "${when[0]}" }, latest: { lte: "${when[1]}" }` : ''} }) { type subject { name } ${PEER_CLAIM} }
      } } }`,
      variables: { patron },
    },
    rowsOfPeer: (data) => data.actors.flatMap(({ proxies }) => proxies.flatMap(({ name: member, backing, one, other }) =>
      [...one.map((claim) => [claim.object[0].name, claim]), ...other.map((claim) => [claim.subject[0].name, claim])].map(([opponent, claim]) => [opponent, member, claim.type, ...peer(claim), ...backing.flatMap(peer)]))),
    floor: {
      cypher: `MATCH (:Name {folded: $folded})-[:NAMES]->(patron:Actor)<-[b:BACKED_BY]-(member:Actor)
        MATCH (member)-[r:CLASHED_WITH|ATTACKED]-(opponent:Party) WHERE NOT opponent:Location
        ${FLOOR_EVIDENCE('c', 'r')}
        ${when ? `WITH * WHERE c.earliest >= '${when[0]}' AND c.latest <= '${when[1]}'` : ''}
        ${FLOOR_EVIDENCE('d', 'b')}
        RETURN opponent.name AS opponent, member.name AS member, r.type AS type, ${FLOOR_CLAIM('c')} AS claim, ${FLOOR_CLAIM('d')} AS backing`,
      params: { folded: patron.toLowerCase().replace(/ /g, '').replace(/(\p{L})\1+/gu, '$1') },
    },
    rowsOfFloor: (rows) => rows.map(({ opponent, member, type, claim, backing }) => [opponent, member, type, ...floor(claim), ...floor(backing)]),
    timed,
  };
}

const transitive = {
  name: 'flagship transitive',
  ours: { query: `{ opponentsOfProxies(patron: "Chain alpha", first: 100) { nodes { opponent { name } fights { member { name } distance fight { type claims(first: 20) { nodes { ${CLAIM} } } } chain { claims(first: 3) { nodes { ${CLAIM} } } } } } } }` },
  rowsOfOurs: (data) => data.opponentsOfProxies.nodes.flatMap(({ opponent, fights }) => fights.flatMap(({ member, fight, chain }) => fight.claims.nodes.map((claim) => [opponent.name, member.name, fight.type, ...ours(claim), ...chain.flatMap((link) => link.claims.nodes.flatMap(ours))]))),
  peer: null,
  floor: {
    cypher: `MATCH (:Name {folded: 'chainalpha'})-[:NAMES]->(patron:Actor)
      MATCH path = (patron)<-[:BACKED_BY|PART_OF*1..6]-(member:Actor)
      MATCH (member)-[r:CLASHED_WITH|ATTACKED]-(opponent:Party) WHERE NOT opponent:Location
      ${FLOOR_EVIDENCE('c', 'r')}
      RETURN opponent.name AS opponent, member.name AS member, r.type AS type, ${FLOOR_CLAIM('c')} AS claim,
        COLLECT { UNWIND relationships(path) AS link ${FLOOR_EVIDENCE('d', 'link')} RETURN ${FLOOR_CLAIM('d')} } AS chain`,
    params: {},
  },
  rowsOfFloor: (rows) => rows.map(({ opponent, member, type, claim, chain }) => [opponent, member, type, ...floor(claim), ...chain.flatMap(floor)]),
};

const path = {
  name: 'shortest path',
  ours: { query: `{ paths(from: "Start of the way", to: "End of the way", types: [CLASHED_WITH, ATTACKED, ALLIED_WITH], limit: 1) { parties { name } ties { type claims(first: 1) { nodes { ${CLAIM} } } } } }` },
  // Of several shortest ways any may be given, so the length is what can be compared.
  rowsOfOurs: (data) => data.paths.map(({ ties }) => [ties.length]),
  peer: null,
  floor: {
    cypher: `MATCH (:Name {folded: 'startofway'})-[:NAMES]->(a:Party) MATCH (:Name {folded: 'endofway'})-[:NAMES]->(b:Party)
      MATCH path = shortestPath((a)-[:CLASHED_WITH|ATTACKED|ALLIED_WITH*1..6]-(b))
      RETURN [n IN nodes(path) | n.name] AS parties, COLLECT { UNWIND relationships(path) AS r CALL (r) { ${FLOOR_EVIDENCE('c', 'r')} RETURN c, ca, co, cp ORDER BY c.sortKey LIMIT 1 } RETURN {type: r.type, claim: ${FLOOR_CLAIM('c')}} } AS ties`,
    params: {},
  },
  rowsOfFloor: (rows) => rows.map(({ ties }) => [ties.length]),
};

const neighbourhood = {
  name: 'neighbourhood depth 2, 25 parties',
  ours: { query: `{ neighbourhood(of: "Opponent 0 of the large patron", depth: 2, types: [CLASHED_WITH, ATTACKED], limit: 25) { nodes { party { name } distance } ties { type claims(first: 1) { nodes { ${CLAIM} } } } more } }` },
  rowsOfOurs: (data) => data.neighbourhood.nodes.map(({ party, distance }) => [party.name, distance]),
  peer: null,
  floor: {
    cypher: `MATCH (:Name {folded: $folded})-[:NAMES]->(centre:Party)
      MATCH path = (centre)-[:CLASHED_WITH|ATTACKED*0..2]-(other:Party) WHERE NOT other:Location
      WITH other, min(length(path)) AS distance ORDER BY distance, other.sortKey LIMIT 25
      WITH collect(other) AS parties, collect(distance) AS distances
      RETURN [i IN range(0, size(parties) - 1) | {name: parties[i].name, distance: distances[i]}] AS nodes,
        COLLECT { UNWIND parties AS a MATCH (a)-[r:CLASHED_WITH|ATTACKED]->(b) WHERE b IN parties CALL (r) { ${FLOOR_EVIDENCE('c', 'r')} RETURN c, ca, co, cp ORDER BY c.sortKey LIMIT 1 } RETURN {type: r.type, claim: ${FLOOR_CLAIM('c')}} } AS ties`,
    params: { folded: 'oponent0oflargepatron' },
  },
  rowsOfFloor: ([{ nodes }]) => nodes.map(({ name, distance }) => [name, distance]),
};

const words = {
  name: 'full-text search of claims',
  ours: { query: '{ search(text: "fighting proxy opponent", kinds: [CLAIM], first: 20) { hits { type node { id ... on Claim { summary paragraph article { title } } } } } }' },
  rowsOfOurs: (data) => [[data.search.hits.length]],
  peer: null,
  floor: {
    cypher: `CALL db.index.fulltext.queryNodes('passages_text', 'fighting AND proxy AND opponent') YIELD node, score WHERE node:Claim
      WITH node, score LIMIT 20 MATCH (node)-[:STATED_IN]->(a:Article) RETURN node.id AS id, node.summary AS summary, node.paragraph AS paragraph, a.title AS title, score`,
    params: {},
  },
  rowsOfFloor: (rows) => [[rows.length]],
};

const names = {
  name: 'search by name, mistyped',
  ours: { query: '{ search(text: "Grup number 7", kinds: [ACTOR], first: 10) { hits { type matched node { id ... on Actor { name } } } } }' },
  rowsOfOurs: (data) => [[data.search.hits.length]],
  peer: null,
  floor: {
    cypher: `CALL db.index.fulltext.queryNodes('names_text', 'grup~ number~ 7') YIELD node, score WITH node, score LIMIT 100 MATCH (node)-[:NAMES]->(p:Actor) RETURN p.id AS id, p.name AS name, score LIMIT 10`,
    params: {},
  },
  rowsOfFloor: (rows) => [[rows.length]],
};

const article = {
  name: "an article's claims",
  ours: { query: `query Of($id: ID!) { claims(first: 50, filter: { articles: [$id] }) { nodes { type subject { name } object { name } ${CLAIM} } } }`, variables: { id: Buffer.from('Article:chain').toString('base64url') } },
  rowsOfOurs: (data) => data.claims.nodes.map((claim) => [claim.type, claim.subject.name, claim.object.name, ...ours(claim)]),
  peer: {
    query: `query Of($id: ID!) { articles(where: { id: { eq: $id } }) { claims(where: { endedAt: { eq: null } }, limit: 50) { type subject { name } object { name } ${PEER_CLAIM} } } }`, variables: { id: 'chain' },
  },
  rowsOfPeer: (data) => data.articles[0].claims.map((claim) => [claim.type, claim.subject[0].name, claim.object[0].name, ...peer(claim)]),
  floor: {
    cypher: `MATCH (c:Claim {articleId: $id}) WHERE c.sortKey IS NOT NULL AND c.endedAt IS NULL WITH c ORDER BY c.sortKey LIMIT 50
      MATCH (c)-[:SUBJECT]->(s) MATCH (c)-[:OBJECT]->(o) MATCH (c)-[:STATED_IN]->(ca)-[:PUBLISHED_BY]->(co) OPTIONAL MATCH (c)-[:AT]->(cp)
      RETURN c.type AS type, s.name AS subject, o.name AS object, ${FLOOR_CLAIM('c')} AS claim`,
    params: { id: 'chain' },
  },
  rowsOfFloor: (rows) => rows.map(({ type, subject, object, claim }) => [type, subject, object, ...floor(claim)]),
};

/** A page far into the claims of one type; the cursor is taken before the timing begins. */
const deep = {
  name: 'a page deep in a connection',
  deep: true,
  ours: { query: `query Page($after: String) { claims(first: 20, after: $after, filter: { types: [CLASHED_WITH] }) { nodes { ${CLAIM} } pageInfo { endCursor } } }`, variables: {} },
  rowsOfOurs: (data) => data.claims.nodes.map(ours),
  peer: {
    query: `query Page($offset: Int!) { claims(where: { type: { eq: "CLASHED_WITH" }, endedAt: { eq: null } }, sort: [{ sortKey: ASC }], limit: 20, offset: $offset) { ${PEER_CLAIM} } }`, variables: {},
  },
  rowsOfPeer: (data) => data.claims.map(peer),
  floor: {
    cypher: `MATCH (c:Claim {type: 'CLASHED_WITH'}) WHERE c.sortKey IS NOT NULL AND c.endedAt IS NULL WITH c ORDER BY c.sortKey SKIP $offset LIMIT 20
      MATCH (c)-[:STATED_IN]->(ca)-[:PUBLISHED_BY]->(co) OPTIONAL MATCH (c)-[:AT]->(cp) RETURN ${FLOOR_CLAIM('c')} AS claim`,
    params: {},
  },
  rowsOfFloor: (rows) => rows.map(({ claim }) => floor(claim)),
};

export const QUESTIONS = [
  direct('flagship direct, small', 'Small patron'), direct('flagship direct, large', 'Large patron'), transitive, path, neighbourhood, words, names, article, deep,
  direct('flagship direct, time-sliced', 'Large patron', ['2017-04-01', '2017-04-30']),
];
