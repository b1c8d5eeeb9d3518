import type { Claim, ClaimFilter, Incident, Party, Tie, TieCounts } from '../domain/entities';
import type { Reader } from './reader';
import { toClaims, toParty, type Bundle, type PartyColumns } from './row-mappers';

/** The first claims behind a tie or an incident, and what all of them come to. */
export interface Evidence {
  claims: Claim[];
  counts: TieCounts;
}

/** The plain statement serves ties whose counts are known; the others count as well. */
type EvidenceStatement = 'claims/for-ties' | 'claims/for-ties-filtered' | 'claims/for-incidents';

type CountRow = [string, number, number, number, string | null, string | null];

interface Waiting {
  key: string;
  first: number;
  resolve: (evidence: Evidence) => void;
  reject: (reason: unknown) => void;
}

interface Wanted<T> {
  id: string;
  resolve: (value: T) => void;
  reject: (reason: unknown) => void;
}

type WantedParty = Wanted<Party | null>;

interface Batch {
  statement: EvidenceStatement;
  filter: ClaimFilter;
  waiting: Waiting[];
}

const PLAIN = 'claims/for-ties';
const NONE: TieCounts = { claims: 0, origins: 0, articles: 0, earliest: null, latest: null };

/**
 * The second wave of a request: what a first answer refers to by id (parties, the evidence of ties and of incidents) is gathered and fetched at once. Statements of one
 * wave share a round trip, so a request needs two at most, however much it names.
 */
export class Loaders {
  private readonly parties = new Map<string, Promise<Party | null>>();
  private wantedParties: WantedParty[] = [];
  private readonly sidesOf = new Map<string, Promise<string[]>>();
  private wantedSides: Wanted<string[]>[] = [];
  private wanted = new Map<string, Batch>();
  private scheduled = false;

  constructor(private readonly reader: Reader) {}

  /** A party by its slug; null if there is none. */
  party(id: string): Promise<Party | null> {
    let party = this.parties.get(id);
    if (party === undefined) {
      party = new Promise((resolve, reject) => {
        this.schedule();
        this.wantedParties.push({ id, resolve, reject });
      });
      this.parties.set(id, party);
    }
    return party;
  }

  /** The first `first` claims of a tie under the tie's own filter. */
  ofTie(tie: Tie, first: number): Promise<Evidence> {
    const statement = tie.counts === null ? 'claims/for-ties-filtered' : 'claims/for-ties';
    return this.evidence(statement, tie.slug, tie.filter, first).then((evidence) => (tie.counts ? { ...evidence, counts: tie.counts } : evidence));
  }

  /** The first `first` claims that tell of an incident. */
  ofIncident(incident: Incident, filter: ClaimFilter, first: number): Promise<Evidence> {
    return this.evidence('claims/for-incidents', incident.slug, filter, first);
  }

  private evidence(statement: EvidenceStatement, key: string, filter: ClaimFilter, first: number): Promise<Evidence> {
    // Without a filter it does not matter which question's filter it is.
    const group = statement === PLAIN ? PLAIN : `${statement} ${JSON.stringify(filter)}`;
    return new Promise((resolve, reject) => {
      let batch = this.wanted.get(group);
      if (batch === undefined) {
        batch = { statement, filter, waiting: [] };
        this.wanted.set(group, batch);
        this.schedule();
      }
      batch.waiting.push({ key, first, resolve, reject });
    });
  }

  /** What is wanted in one turn is fetched together, at its end. */
  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    process.nextTick(() => {
      this.scheduled = false;
      const [parties, batches] = [this.wantedParties, [...this.wanted.values()]];
      this.wantedParties = [];
      this.wanted = new Map();
      // Every statement has its price, so the parties travel with the evidence where there is some.
      const [first, ...others] = batches;
      if (first) void this.fetchEvidence(first, parties);
      else if (parties.length > 0) void this.fetchParties(parties);
      for (const batch of others) void this.fetchEvidence(batch, []);
    });
  }

  /** On whose side a party is: the slugs of its nearest patrons; none if no chain of backing leads to one. */
  sides(id: string): Promise<string[]> {
    let sides = this.sidesOf.get(id);
    if (sides === undefined) {
      sides = new Promise((resolve, reject) => {
        if (this.wantedSides.length === 0) process.nextTick(() => void this.fetchSides());
        this.wantedSides.push({ id, resolve, reject });
      });
      this.sidesOf.set(id, sides);
    }
    return sides;
  }

  private async fetchSides(): Promise<void> {
    const wanted = this.wantedSides;
    this.wantedSides = [];
    try {
      const [row] = await this.reader.rows('parties/sides', { ids: wanted.map(({ id }) => id) });
      const found = new Map(row?.sides as [string, string[]][]);
      for (const { id, resolve } of wanted) resolve(found.get(id) ?? []);
    } catch (error) {
      for (const { reject } of wanted) reject(error);
    }
  }

  private async fetchParties(wanted: WantedParty[]): Promise<void> {
    try {
      const [row] = await this.reader.rows('parties/by-ids', { ids: wanted.map(({ id }) => id) });
      give(wanted, row?.partyRows as PartyColumns[]);
    } catch (error) {
      for (const { reject } of wanted) reject(error);
    }
  }

  private async fetchEvidence({ statement, filter, waiting }: Batch, parties: WantedParty[]): Promise<void> {
    const keys = new Map<string, number>();
    for (const { key, first } of waiting) keys.set(key, Math.max(first, keys.get(key) ?? 0));
    const limit = Math.max(...keys.values());
    const ofTies = statement !== 'claims/for-incidents';
    const asked = statement === PLAIN ? { ties: [...keys].map(([id, first]) => ({ id, first })) } : { [ofTies ? 'ties' : 'incidents']: [...keys.keys()] };
    try {
      const [row] = await this.reader.rows(statement, { ...asked, limit, f: filter, parties: parties.map(({ id }) => id) });
      const bundle = row as unknown as Bundle;
      give(parties, bundle.partyRows);
      const counts = new Map(((bundle.total ?? []) as CountRow[]).map(([key, claims, origins, articles, earliest, latest]) => [key, { claims, origins, articles, earliest, latest }]));
      const claims = new Map<string, Claim[]>();
      for (const claim of toClaims(bundle)) {
        const key = ofTies ? claim.tieId : (claim.incident?.slug ?? '');
        const found = claims.get(key);
        if (found) found.push(claim);
        else claims.set(key, [claim]);
      }
      for (const { key, first, resolve } of waiting) resolve({ claims: (claims.get(key) ?? []).slice(0, first), counts: counts.get(key) ?? NONE });
    } catch (error) {
      for (const { reject } of [...waiting, ...parties]) reject(error);
    }
  }
}

function give(wanted: WantedParty[], rows: PartyColumns[]): void {
  const found = new Map(rows.map((columns) => [columns[0], columns]));
  for (const { id, resolve } of wanted) {
    const columns = found.get(id);
    resolve(columns ? toParty(columns) : null);
  }
}
