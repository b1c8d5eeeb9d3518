import type { ClaimType, PartyKind } from '../../domain/claim-types';
import type { Citation } from '../../domain/report';

type Text = string | null;

/** As `fragments/citations.cypher` returns them: columns, since most of an answer's cost is the decoding of repeated keys. */
export type CitationColumns = [
  string, ClaimType, string,
  string, string, PartyKind, string, string, PartyKind,
  string, string, string, number | null, boolean,
  string, string, string, Text, Text, Text,
  Text, Text, number | null, number | null, number | null,
  Text, string, Text, string[],
];

const WIDTH = 29;

/** Whether a value can be the citations of a row. */
export function areCitations(value: unknown): value is CitationColumns[] {
  return Array.isArray(value) && value.every((one) => Array.isArray(one) && one.length === WIDTH);
}

export function toCitation(columns: CitationColumns): Citation {
  const [
    claimId, type, tieId, subjectId, subject, subjectKind, objectId, object, objectKind, articleId, articleTitle, publisher, paragraph, headline,
    summary, stance, status, date, earliest, latest, placeId, place, latitude, longitude, precision, origin, recordedAt, endedAt, rivals,
  ] = columns;
  return {
    claimId, type, tieId,
    subject: { id: subjectId, name: subject, kind: subjectKind },
    object: { id: objectId, name: object, kind: objectKind },
    articleId, articleTitle, publisher, paragraph, headline: headline ?? false, summary, stance, status, date, earliest, latest,
    place: placeId === null ? null : { id: placeId, name: place ?? placeId, latitude, longitude, precision },
    origin: origin ?? publisher, recordedAt, endedAt, rivals,
  };
}
