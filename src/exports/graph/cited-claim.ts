import type { ClaimType } from '../../domain/claim-types';
import { parseCasualties, type SideCasualties } from '../../domain/casualties';
import type { FuzzyDate } from '../../domain/entities';
import type { Stance, Standing, Status } from '../../domain/vocabulary';
import { unpackClaim } from '../../store/packed-claim';

/** A thing by its id in the store, with the name that people know it by. */
export interface Named {
  slug: string;
  name: string;
}

export interface CitedArticle {
  slug: string;
  title: string;
  publisher: string;
  url: string | null;
  /** EDTF. */
  published: string | null;
}

/** A claim with as much of what it names as a citation needs: far less than the API's `Claim`, which answers whatever is asked of it. */
export interface CitedClaim {
  slug: string;
  version: number;
  type: ClaimType;
  tieId: string;
  subject: Named;
  object: Named;
  article: CitedArticle;
  /** Null where a collection names the article alone. */
  paragraph: number | null;
  headline: boolean;
  summary: string;
  date: FuzzyDate | null;
  /** First and last day that the claim can be about, as filters take it. */
  window: { earliest: string | null; latest: string | null };
  place: Named | null;
  /** Whom the article credits, nearest first. */
  attribution: Named[];
  independentOrigin: Named;
  stance: Stance;
  status: Status;
  role: string | null;
  rank: string | null;
  standing: Standing | null;
  former: boolean;
  /** By side. */
  casualties: SideCasualties[];
  incident: { slug: string; title: string } | null;
  caveat: string | null;
  recordedAt: string;
  endedAt: string | null;
  /** Whether it has a rival, in the selection or not. */
  contested: boolean;
  /** Ids of claims of the selection that cannot easily hold too. */
  rivals: string[];
  /** Ids of the versions that it took the place of. */
  supersedes: string[];
}

/** What `fragments/cited-claim.cypher` returns. */
export interface CitedRow {
  packed: string;
  root: string;
  status: Status;
  endedAt: string | null;
  title: string;
  publisher: string;
  url: string | null;
  published: string | null;
  incidentTitle: string | null;
  contested: boolean;
  rivals: string[];
  supersedes: string[];
}

/** A claim as read. `names` are those of all parties and origins. */
export function toCitedClaim({ packed, root, status, endedAt, title, publisher, url, published, incidentTitle, contested, rivals, supersedes }: CitedRow, names: ReadonlyMap<string, string>): CitedClaim {
  const named = (slug: string): Named => ({ slug, name: names.get(slug) ?? slug });
  const [
    slug, , version, type, tieId, subject, object, article, paragraph, headline, summary,
    edtf, stated, dateEarliest, dateLatest, place, attribution, stance, role, rank, standing, former,
    casualties, incident, caveat, recordedAt, , earliest, latest,
  ] = unpackClaim(packed);
  return {
    slug, version, type, tieId, subject: named(subject), object: named(object), article: { slug: article, title, publisher, url, published }, paragraph, headline, summary,
    date: edtf === null && stated === null ? null : { edtf, stated, earliest: dateEarliest, latest: dateLatest }, window: { earliest, latest },
    place: place === null ? null : named(place), attribution: attribution.map(named), independentOrigin: named(root), stance, status, role, rank, standing, former,
    casualties: casualties === null ? [] : parseCasualties(casualties), incident: incident === null ? null : { slug: incident, title: incidentTitle ?? incident }, caveat, recordedAt, endedAt, contested, rivals, supersedes,
  };
}
