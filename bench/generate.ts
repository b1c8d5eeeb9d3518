import { actorRow, articleRow, locationRow, originRow, type CitedArticle, type CitedClaim } from '../src/intake/rows';
import type { ClaimType } from '../src/domain/claim-types';
import type { Batch } from '../src/store/batch-change';
import type { ArticleRow, RegistryRow } from '../src/store/ledger-rows';

/** Claims at scale 1. */
export const CLAIMS_AT_ONE = 10_000;
const ARTICLES_A_BATCH = 250;
const CLAIMS_AN_ARTICLE = 8;

/** As of the real event data: nearly all fighting, and a few pairs with most of it. */
const TYPES: [ClaimType, number][] = [['CLASHED_WITH', 0.75], ['ATTACKED', 0.1], ['ALLIED_WITH', 0.06], ['PRESENT_AT', 0.05], ['BACKED_BY', 0.04]];

/** Mulberry32: small, fast, and the same everywhere for one seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Generated {
  registries: Batch;
  /** Batches of articles, made as they are asked for. */
  batches(): Generator<Batch>;
  claims: number;
}

const day = (n: number): string => new Date(Date.UTC(2016, 0, 1 + n)).toISOString().slice(0, 10);
const empty = (): Record<'Actor' | 'Commander' | 'Location' | 'Origin' | 'Incident', RegistryRow[]> => ({ Actor: [], Commander: [], Location: [], Origin: [], Incident: [] });

/**
 * A graph of `scale` × 10,000 claims for one seed, around structures that are the same at every scale: a patron with a small answer (about 5 KB) and one with a large (about 800 KB),
 * a chain of backing three links deep, an article, and two parties with a way between them through the thick of it.
 */
export function generate(scale: number, seed = 7): Generated {
  const next = random(seed);
  const claims = CLAIMS_AT_ONE * scale;
  const actors = Math.round(300 * Math.sqrt(scale));
  const places = Math.round(400 * Math.sqrt(scale));
  const registries = empty();
  registries.Origin = Array.from({ length: 60 }, (_, i) => originRow({ id: `outlet-${i}`, name: `Outlet number ${i}`, kind: 'outlet' }, (id) => id));
  registries.Location = Array.from({ length: places }, (_, i) =>
    locationRow({
      id: `place-${i}`, name: `Place number ${i}`, kind: i < 20 ? 'province' : 'town', aliases: [], in: i < 20 ? undefined : `place-${i % 20}`,
      point: { lat: 33 + (i % 40) / 10, lon: 36 + (i % 60) / 10, precision: 3_000, source: 'ours' },
    }));
  registries.Actor = [...Array.from({ length: actors }, (_, i) => ({ id: `group-${i}`, name: `Group number ${i}` })), ...fixedActors()].map(({ id, name }) => actorRow({ id, name, kind: 'militia', aliases: [] }));

  // A few actors have most of the claims: the square of an even draw, twice over.
  const someActor = (): string => `group-${Math.floor(actors * next() ** 4)}`;
  function* batches(): Generator<Batch> {
    let batch: ArticleRow[] = fixedArticles().map((article) => articleRow(article));
    for (let n = 0, a = 0; n < claims; a++) {
      const published = Math.floor(next() * 1_000) + 10;
      const record: CitedArticle = articleOf(`article-${a}`, `Report number ${a} of the day`, `outlet-${Math.floor(next() * 60)}`, day(published));
      for (let i = 0; i < CLAIMS_AN_ARTICLE && n < claims; i++, n++) {
        const type = typeFor(next());
        const subject = someActor();
        let object = type === 'PRESENT_AT' ? `place-${Math.floor(places * next() ** 2)}` : someActor();
        if (object === subject) object = `group-${(Number(subject.slice(6)) + 1) % actors}`;
        record.claims.push(claimOf(`c${i}`, i + 1, type, subject, object, `Account ${n}: ${subject} and ${object}, of which ${WORDS[n % WORDS.length]} is told`, day(published - Math.floor(next() * 9)), `place-${Math.floor(places * next() ** 2)}`));
      }
      batch.push(articleRow(record));
      if (batch.length >= ARTICLES_A_BATCH) {
        yield { source: 'articles', registries: empty(), articles: batch };
        batch = [];
      }
    }
    if (batch.length > 0) yield { source: 'articles', registries: empty(), articles: batch };
  }
  return { registries: { source: 'articles', registries, articles: [] }, batches, claims: claims + fixedArticles().reduce((sum, article) => sum + article.claims.length, 0) };
}

const WORDS = ['shelling', 'an ambush', 'a siege', 'a retreat', 'a raid', 'an exchange of fire', 'a convoy', 'a checkpoint'];

function typeFor(draw: number): ClaimType {
  let left = draw;
  for (const [type, share] of TYPES) if ((left -= share) < 0) return type;
  return 'CLASHED_WITH';
}

function articleOf(id: string, title: string, publisher: string, published: string): CitedArticle {
  return { id, title, publisher, published, language: 'en', paragraphs: Array.from({ length: 8 }, (_, i) => ({ n: i + 1, gist: `what paragraph ${i + 1} tells` })), claims: [] };
}

function claimOf(key: string, paragraph: number, type: ClaimType, subject: string, object: string, summary: string, date: string | undefined, place: string | undefined): CitedClaim {
  return { key, paragraph, type, subject, object, summary, date, place, headline: false, stance: 'stated', former: false, attribution: [], casualties: [], rivals: [] };
}

/** The structures that the questions ask about. */
export const FIXED = {
  small: { patron: 'Small patron', proxies: 3, opponents: 2, claims: 1 },
  large: { patron: 'Large patron', proxies: 10, opponents: 12, claims: 20 },
} as const;

function fixedActors(): { id: string; name: string }[] {
  const of = (size: 'small' | 'large'): { id: string; name: string }[] => {
    const { patron, proxies, opponents } = FIXED[size];
    return [
      { id: `${size}-patron`, name: patron },
      ...Array.from({ length: proxies }, (_, i) => ({ id: `${size}-proxy-${i}`, name: `Proxy ${i} of the ${size} patron` })),
      ...Array.from({ length: opponents }, (_, i) => ({ id: `${size}-opponent-${i}`, name: `Opponent ${i} of the ${size} patron` })),
    ];
  };
  return [...of('small'), ...of('large'), ...['alpha', 'beta', 'gamma', 'delta', 'epsilon'].map((name) => ({ id: `chain-${name}`, name: `Chain ${name}` })), { id: 'way-start', name: 'Start of the way' }, { id: 'way-end', name: 'End of the way' }];
}

function fixedArticles(): CitedArticle[] {
  const articles: CitedArticle[] = [];
  for (const size of ['small', 'large'] as const) {
    const { proxies, opponents, claims } = FIXED[size];
    let n = 0;
    const put = (type: ClaimType, subject: string, object: string, words: string): void => {
      if (n % CLAIMS_AN_ARTICLE === 0) articles.push(articleOf(`${size}-${articles.length}`, `A ${size} patron's war, part ${articles.length}`, `outlet-${n % 60}`, day(400 + (n % 300))));
      (articles.at(-1) as CitedArticle).claims.push(claimOf(`f${n}`, (n % CLAIMS_AN_ARTICLE) + 1, type, subject, object, `${words}, told as number ${n} of its kind in the reports of that year`, type === 'BACKED_BY' ? undefined : day(380 + (n % 300)), `place-${20 + (n % 50)}`));
      n += 1;
    };
    for (let p = 0; p < proxies; p++) {
      put('BACKED_BY', `${size}-proxy-${p}`, `${size}-patron`, `Arms and pay for proxy ${p} come from the ${size} patron`);
      for (let o = 0; o < opponents; o++) for (let c = 0; c < claims; c++) put('CLASHED_WITH', `${size}-proxy-${p}`, `${size}-opponent-${o}`, `Fighting ${c} between proxy ${p} and opponent ${o}`);
    }
  }
  const chain = articleOf('chain', 'A chain of backing', 'outlet-1', day(500));
  const links: [ClaimType, string, string][] = [
    ['BACKED_BY', 'chain-beta', 'chain-alpha'], ['BACKED_BY', 'chain-gamma', 'chain-beta'], ['PART_OF', 'chain-delta', 'chain-gamma'], ['CLASHED_WITH', 'chain-delta', 'chain-epsilon'],
    ['ALLIED_WITH', 'way-start', 'group-3'], ['CLASHED_WITH', 'way-end', 'group-4'],
  ];
  chain.claims = links.map(([type, from, to], i) => claimOf(`l${i}`, i + 1, type, from, to, `Link ${i} of the chain`, day(490), undefined));
  return [...articles, chain];
}
