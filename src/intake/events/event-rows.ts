import type { ClaimType } from '../../domain/claim-types';
import type { ActorKind, IncidentSource, LocationKind } from '../../domain/vocabulary';
import type { Batch } from '../../store/batch-change';
import type { RegistryLabel, RegistryRow } from '../../store/ledger-rows';
import { actorRow, articleRow, incidentRow, locationRow, originRow, type CitedArticle, type CitedClaim } from '../rows';
import type { EventPlace, EventRecord, EventSide, EventSource } from './event';
import type { Mapping } from './mapping';
import { idOf } from './slugs';

/** What of a collection is the same for all its events. */
export interface Collection {
  /** The format's name, which heads the ids of what is new. */
  format: IncidentSource;
  /** The collection's name, with its release. */
  title: string;
  mapping: Mapping;
}

const TYPES: Record<EventRecord['kind'], ClaimType> = { clash: 'CLASHED_WITH', attack: 'ATTACKED', 'one-sided': 'KILLED_CIVILIANS' };
const VERBS: Record<EventRecord['kind'], (a: string, b: string) => string> = {
  clash: (a, b) => `${a} and ${b} fought`, attack: (a, b) => `${a} attacked ${b}`, 'one-sided': (a) => `${a} killed civilians`,
};

/** Metres around a place's point within which it lies, by what kind of place it is. Ours: collections give points alone. */
const EXTENT: Record<LocationKind, number> = {
  country: 300_000, region: 100_000, province: 100_000, district: 25_000, city: 10_000, town: 3_000, village: 2_000, base: 3_000, airport: 4_000, hospital: 500, river: 50_000, mountains: 20_000, border: 50_000, site: 5_000,
};

/** The rows of a batch of events. What several events share (an actor, a place, a source's article) comes once. */
export function eventRows(events: EventRecord[], collection: Collection): Batch {
  const rows = new RowGatherer(collection);
  for (const event of events) rows.add(event);
  return rows.finished();
}

class RowGatherer {
  private readonly entries: Record<RegistryLabel, Map<string, RegistryRow>> = { Origin: new Map(), Location: new Map(), Actor: new Map(), Commander: new Map(), Incident: new Map() };
  private readonly articles = new Map<string, CitedArticle>();
  private readonly dataset: string;

  constructor(private readonly collection: Collection) {
    this.dataset = this.origin(collection.title, 'dataset');
  }

  add(event: EventRecord): void {
    const place = this.place(event.place);
    const incident = this.incident(event, place);
    const [subjects, objects] = event.sides.map((side) => side.members.map((name) => this.actor(name, event.place.country))) as [string[], string[]];
    const pairs = subjects.flatMap((subject, i) => objects.map((object, j) => ({ subject, object, key: subjects.length * objects.length > 1 ? `${event.id}-${i + 1}-${j + 1}` : event.id })));
    // Some events list one article twice.
    const articles = new Map(event.sources.map((source) => [this.article(source, event), source]));
    [...articles].forEach(([article, source], nth) => {
      const original = source.original === null || source.original === source.office ? [] : [this.origin(source.original, 'outlet')];
      pairs.forEach(({ subject, object, key }, n) => {
        // Two sides of one name, mapped to one actor, would be a tie with itself.
        if (subject === object) return;
        article.claims.push({
          ...BARE, key, type: TYPES[event.kind], subject, object, summary: summaryOf(event), date: edtf(event), place, attribution: original, incident,
          dateStated: event.datePrecision === 'known to the day' ? undefined : event.datePrecision,
          // A total is recorded on one claim, not on each pair or each source.
          casualties: nth === 0 && n === 0 ? casualties(event, subjects, objects) : [],
        });
      });
    });
  }

  finished(): Batch {
    const { Origin, Location, Actor, Commander, Incident } = this.entries;
    return {
      source: this.collection.format,
      registries: { Origin: [...Origin.values()], Location: [...Location.values()], Actor: [...Actor.values()], Commander: [...Commander.values()], Incident: [...Incident.values()] },
      articles: [...this.articles.values()].map((article) => articleRow(article, this.dataset)),
    };
  }

  private once(label: RegistryLabel, id: string, make: () => RegistryRow): string {
    if (!this.entries[label].has(id)) this.entries[label].set(id, make());
    return id;
  }

  private origin(name: string, kind: 'dataset' | 'outlet'): string {
    const known = this.collection.mapping.origins.get(name);
    if (known !== undefined) return known;
    const id = idOf('', name);
    return this.once('Origin', id, () => originRow({ id, name, kind }, (own) => own));
  }

  private actor(name: string, country: string): string {
    const known = this.collection.mapping.actors.get(name);
    if (known !== undefined) return known;
    // Civilians are no group that acts across borders.
    const civilians = /^Civilians\b/.test(name);
    const full = civilians ? `Civilians in ${country}` : name;
    const id = idOf('', full);
    const kind: ActorKind = civilians ? 'collective' : /^Government of /.test(name) ? 'government' : 'armed-group';
    return this.once('Actor', id, () => actorRow({ id, name: full, kind, aliases: [] }));
  }

  private place({ name, district, province, country, latitude, longitude }: EventPlace): string {
    const inCountry = this.location(country, [], null);
    const inProvince = province === null ? inCountry : this.location(province, [country], inCountry);
    const inDistrict = district === null ? inProvince : this.location(district, [province, country], inProvince);
    if (name === country) return inCountry;
    if (name === province) return inProvince;
    if (name === district) return inDistrict;
    return this.location(name, [district, province, country], inDistrict, { lat: latitude, lon: longitude });
  }

  private location(name: string, larger: (string | null)[], within: string | null, point?: { lat: number; lon: number }): string {
    const known = this.collection.mapping.locations.get(name);
    if (known !== undefined) return known;
    const id = idOf('', name, ...larger);
    const kind = kindOfPlace(name, larger.length);
    return this.once('Location', id, () =>
      locationRow({ id, name, kind, aliases: [], in: within ?? undefined, point: point && { ...point, precision: EXTENT[kind], source: this.dataset } }),
    );
  }

  private incident(event: EventRecord, place: string): string {
    const id = `${this.collection.format}-${event.id}`;
    const [a, b] = event.sides.map(({ members }) => members.join(', '));
    return this.once('Incident', id, () =>
      incidentRow(
        { id, title: `${a} – ${b}, ${event.place.name}, ${edtf(event)}`, date: edtf(event), place },
        { source: this.collection.format, clarity: event.clarity, datePrecision: event.datePrecision, placePrecision: event.placePrecision, placeMetres: event.place.precision, deaths: JSON.stringify(deaths(event)) },
      ),
    );
  }

  private article(source: EventSource, event: EventRecord): CitedArticle {
    const publisher = this.origin(source.office, 'outlet');
    // Without a headline nothing tells two articles of one office apart but the event that cites them.
    const id = idOf(this.collection.format, source.office, source.date, source.headline ?? `event ${event.id}`);
    let article = this.articles.get(id);
    if (article === undefined) {
      const title = source.headline ?? `A report that ${this.collection.title} cites for event ${event.id}, headline not given`;
      article = { id, title, publisher, published: source.date ?? undefined, language: 'und', paragraphs: [], claims: [] };
      this.articles.set(id, article);
    }
    return article;
  }
}

/** What every claim of a collection has in common: the article is named, the paragraph is not. */
const BARE = { paragraph: null, headline: false, stance: 'reported', former: false, rivals: [] } satisfies Partial<CitedClaim>;

function edtf({ start, end }: EventRecord): string {
  return start === end ? start : `${start}/${end}`;
}

function summaryOf(event: EventRecord): string {
  const [a, b] = event.sides.map(({ members }) => members.join(', ')) as [string, string];
  const { best, low, high } = event.killed;
  const range = low === null || high === null || low === high ? '' : `, ${low} to ${high} at the limits`;
  const dead = best === null ? '' : best === 0 ? '; nobody is counted dead' : `; ${best} dead by the best estimate${range}`;
  return `${VERBS[event.kind](a, b)}: ${event.place.name}${dead}.`;
}

function casualties(event: EventRecord, subjects: string[], objects: string[]): CitedClaim['casualties'] {
  const best = (n: number): { low: null; best: number; high: null } => ({ low: null, best: n, high: null });
  const sides = ([[event.sides[0], subjects], [event.sides[1], objects]] as [EventSide, string[]][]).flatMap(([{ killed }, ids]) => {
    const [only] = ids;
    // A coalition's dead cannot be given to one member; the incident tells them.
    return killed === null || ids.length !== 1 || only === undefined ? [] : [{ party: only, killed: best(killed) }];
  });
  return [...sides, { killed: event.killed }];
}

/** For the incident: the dead by side, with names as the collection has them, and in all. */
function deaths(event: EventRecord): { side: string; low: number | null; best: number | null; high: number | null }[] {
  const of = (side: string, best: number | null): { side: string; low: null; best: number; high: null }[] => (best === null ? [] : [{ side, low: null, best, high: null }]);
  return [
    ...event.sides.flatMap(({ members, killed }) => of(members.join(', '), killed)),
    ...of('civilians', event.civiliansKilled), ...of('unknown', event.unknownKilled), { side: 'all', ...event.killed },
  ];
}

/** By the last word of the name, as gazetteers write them; what says nothing is a site. */
function kindOfPlace(name: string, depth: number): LocationKind {
  if (depth === 0) return 'country';
  const words: [RegExp, LocationKind][] = [
    [/\bgovernorate$|\bprovince$/i, 'province'], [/\bdistrict$|\bsuburb$|\bneighbou?rhood$/i, 'district'], [/\bcity$/i, 'city'], [/\btown$/i, 'town'], [/\bvillage$/i, 'village'],
    [/\bair ?port$/i, 'airport'], [/\bbase$/i, 'base'], [/\bmountains?$/i, 'mountains'], [/\bborder$/i, 'border'], [/\bhospital$/i, 'hospital'],
  ];
  return words.find(([pattern]) => pattern.test(name))?.[1] ?? 'site';
}
