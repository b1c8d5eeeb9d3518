import type { ClaimType, PartyKind } from '../../domain/claim-types';
import { casualtiesText, parseCasualties } from '../../domain/casualties';
import type { Citation } from '../../domain/report';

type Text = string | null;

/** As `runs/citations.cypher` returns them: columns, since most of an answer's cost is the decoding of repeated keys. */
export type CitationColumns = [
  string, string, ClaimType, string,
  string, string, PartyKind, string, string, PartyKind,
  string, string, Text, Text, string, number | null, boolean,
  string, string, string, Text, Text, Text, Text,
  Text, Text, number | null, number | null, number | null,
  Text, string, Text, string[],
];

export function toCitation(columns: CitationColumns): Citation {
  const [
    claimId, , type, tieId, subjectId, subject, subjectKind, objectId, object, objectKind, articleId, articleTitle, published, url, publisher, paragraph, headline,
    summary, stance, status, date, earliest, latest, casualties, placeId, place, latitude, longitude, precision, origin, recordedAt, endedAt, rivals,
  ] = columns;
  return {
    claimId, type, tieId,
    subject: { id: subjectId, name: subject, kind: subjectKind },
    object: { id: objectId, name: object, kind: objectKind },
    articleId, articleTitle, published, url, publisher, paragraph, headline: headline ?? false, summary, stance, status, date, earliest, latest, casualties: casualties === null ? null : casualtiesText(parseCasualties(casualties)),
    place: placeId === null ? null : { id: placeId, name: place ?? placeId, latitude, longitude, precision },
    origin: origin ?? publisher, recordedAt, endedAt, rivals,
  };
}
