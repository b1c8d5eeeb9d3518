import type { ClaimType } from '../../domain/claim-types';
import type { CitedParty, CitedPlace, ReportRow } from '../../domain/report';
import { parseTieId } from '../../domain/tie-id';
import { HashIndex, hash64 } from './hash-index';

/** Ties, places, articles and origins kept for pictures and lists; of more, only that there are more. */
export const MOST_KEPT = 3_000;

export interface SeenTie {
  type: ClaimType;
  from: CitedParty;
  to: CitedParty;
  claims: number;
  contested: boolean;
}

export interface SeenPlace {
  place: CitedPlace;
  claims: number;
  hostile: number;
}

export interface SeenSource {
  title: string;
  publisher: string;
  /** EDTF. */
  published: string | null;
  url: string | null;
  claims: number;
}

/** What the claims cited by a report come to. Takes the same room for a million rows as for some thousand, but for 27 to 54 bytes a claim. */
export class Evidence {
  rows = 0;
  contestedClaims = 0;
  endedClaims = 0;
  undated = 0;
  earliest: string | null = null;
  latest: string | null = null;
  readonly ties = new Map<string, SeenTie>();
  readonly places = new Map<string, SeenPlace>();
  readonly sources = new Map<string, SeenSource>();
  readonly origins = new Set<string>();
  /** `YYYY-MM` to claims by type; only claims whose date lies within one month. */
  readonly months = new Map<string, Map<ClaimType, number>>();
  /** Whether there were more ties, places, articles or origins than are kept. */
  cut = false;
  private readonly seen = new HashIndex();

  get claims(): number {
    return this.seen.size;
  }

  add({ citations }: ReportRow): void {
    this.rows += 1;
    for (const citation of citations) {
      if (!this.seen.add(hash64(citation.claimId))) continue;
      const { type, tieId, subject, object, place, earliest, latest } = citation;
      const contested = citation.rivals.length > 0;
      if (contested) this.contestedClaims += 1;
      if (citation.endedAt !== null) this.endedClaims += 1;
      if (this.origins.size < MOST_KEPT) this.origins.add(citation.origin);
      else this.cut ||= !this.origins.has(citation.origin);
      this.keep(this.sources, citation.articleId, () => ({ title: citation.articleTitle, publisher: citation.publisher, published: citation.published, url: citation.url, claims: 0 }), (source) => (source.claims += 1));
      const { from } = parseTieId(tieId);
      this.keep(this.ties, tieId, () => ({ type, from: from === subject.id ? subject : object, to: from === subject.id ? object : subject, claims: 0, contested: false }), (tie) => {
        tie.claims += 1;
        tie.contested ||= contested;
      });
      if (place !== null) this.keep(this.places, place.id, () => ({ place, claims: 0, hostile: 0 }), (seen) => {
        seen.claims += 1;
        if (type === 'CLASHED_WITH' || type === 'ATTACKED') seen.hostile += 1;
      });
      if (earliest !== null && latest !== null && earliest.slice(0, 7) === latest.slice(0, 7)) {
        const month = earliest.slice(0, 7);
        let types = this.months.get(month);
        if (types === undefined) this.months.set(month, (types = new Map<ClaimType, number>()));
        count(types, type);
      } else this.undated += 1;
      if (earliest !== null && (this.earliest === null || earliest < this.earliest)) this.earliest = earliest;
      if (latest !== null && (this.latest === null || latest > this.latest)) this.latest = latest;
    }
  }

  private keep<T>(all: Map<string, T>, key: string, make: () => T, change: (item: T) => void): void {
    let item = all.get(key);
    if (item === undefined) {
      if (all.size >= MOST_KEPT) {
        this.cut = true;
        return;
      }
      all.set(key, (item = make()));
    }
    change(item);
  }
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
