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

const NONE: TieCounts = { claims: 0, origins: 0, articles: 0, earliest: null, latest: null };

/**
 * The second wave of a request: what a first answer refers to by id (parties, the evidence of ties and of incidents) is gathered and fetched at once. Statements of one
 * wave share a round trip, so a request needs two at most, however much it names.
 */
export class Loaders {
  private readonly parties = new Map<string, Promise<Party | null>>();
  private wantedParties: { id: string; resolve: (party: Party | null) => void; reject: (reason: unknown) => void }[] = [];
  private readonly wanted = new Map<string, { statement: EvidenceStatement; filter: ClaimFilter; waiting: Waiting[] }>();

  constructor(private readonly reader: Reader) {}

  /** A party by its slug; null if there is none. */
  party(id: string): Promise<Party | null> {
    let party = this.parties.get(id);
    if (party === undefined) {
      party = new Promise((resolve, reject) => {
        if (this.wantedParties.length === 0) process.nextTick(() => void this.fetchParties());
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
    const group = `${statement} ${JSON.stringify(filter)}`;
    return new Promise((resolve, reject) => {
      let batch = this.wanted.get(group);
      if (batch === undefined) {
        batch = { statement, filter, waiting: [] };
        this.wanted.set(group, batch);
        process.nextTick(() => void this.fetchEvidence(group));
      }
      batch.waiting.push({ key, first, resolve, reject });
    });
  }

  private async fetchParties(): Promise<void> {
    const wanted = this.wantedParties;
    this.wantedParties = [];
    try {
      const [row] = await this.reader.rows('parties/by-ids', { ids: wanted.map(({ id }) => id) });
      const found = new Map((row?.partyRows as PartyColumns[]).map((columns) => [columns[0], toParty(columns)]));
      for (const { id, resolve } of wanted) resolve(found.get(id) ?? null);
    } catch (error) {
      for (const { reject } of wanted) reject(error);
    }
  }

  private async fetchEvidence(group: string): Promise<void> {
    const batch = this.wanted.get(group);
    this.wanted.delete(group);
    if (batch === undefined) return;
    const { statement, filter, waiting } = batch;
    const keys = [...new Set(waiting.map(({ key }) => key))];
    const limit = Math.max(...waiting.map(({ first }) => first));
    const ofTies = statement !== 'claims/for-incidents';
    try {
      const [row] = await this.reader.rows(statement, { [ofTies ? 'ties' : 'incidents']: keys, limit, f: filter });
      const bundle = row as unknown as Bundle;
      const counts = new Map(((bundle.total ?? []) as CountRow[]).map(([key, claims, origins, articles, earliest, latest]) => [key, { claims, origins, articles, earliest, latest }]));
      const claims = new Map<string, Claim[]>();
      for (const claim of toClaims(bundle)) {
        const key = ofTies ? claim.tieId : (claim.incident?.slug ?? '');
        claims.set(key, [...(claims.get(key) ?? []), claim]);
      }
      for (const { key, first, resolve } of waiting) resolve({ claims: (claims.get(key) ?? []).slice(0, first), counts: counts.get(key) ?? NONE });
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  }
}
