import { IncidentEvidenceDocument } from '../api/generated/documents';
import { casualtiesInWords, count, dateInWords } from '../model/words';
import { addParties, setFilters } from '../state/actions';
import { parties } from '../state/store';
import { useAnswer } from '../state/use-answer';
import { ClaimCard } from './ClaimCard';
import { State } from './State';

/** One incident and every passage that tells of it. */
export function IncidentPanel({ id }: { id: string }): preact.JSX.Element {
  const answered = useAnswer(IncidentEvidenceDocument, { id });
  const told = answered.data?.node;
  const incident = told && 'title' in told && 'claims' in told ? told : null;
  if (answered.data && incident === null) return <p class="notice">This incident is not in the graph (any more).</p>;
  const claims = incident?.claims.nodes ?? [];
  const absent = [...new Set(claims.flatMap(({ subject, object }) => [subject.id, object.id]))].filter((party) => !parties.value.has(party));
  const origins = new Set(claims.map(({ independentOrigin }) => independentOrigin.id)).size;
  return (
    <section class="panel" aria-label="Incident" data-testid="incident-panel">
      {incident && (
        <>
          <h2><bdi>{incident.title}</bdi></h2>
          <p class="small quiet">{dateInWords(incident.date)}{incident.place ? <> · <bdi>{incident.place.name}</bdi></> : ' · place not stated'} · {count(claims.length, 'claim')} of {count(origins, 'distinct origin')}</p>
          {incident.note && <p class="small note" dir="auto">{incident.note}</p>}
          {incident.deaths.length > 0 && <p class="small">{incident.deaths.map(({ side, count: number }) => `${side}: ${casualtiesInWords('killed', number) ?? ''}`).join(' · ')}</p>}
          <div class="row">
            {absent.length > 0 && <button type="button" class="button small" onClick={() => addParties(`Show who is in ${incident.title}`, absent)}>Show the {count(absent.length, 'party', 'parties')} not in view</button>}
            {incident.place && <button type="button" class="button small" onClick={() => setFilters(`Only at ${incident.place?.name ?? ''}`, { place: incident.place?.name ?? null })}>Only what happened there</button>}
          </div>
          {incident.possibleMatches.length > 0 && (
            <section><h3>May be the same as</h3><ul class="stack small">{incident.possibleMatches.map(({ id: other, title, reasons }) => <li key={other}><bdi>{title}</bdi> <span class="quiet">{reasons.join('; ')}</span></li>)}</ul></section>
          )}
        </>
      )}
      <State answered={answered} />
      <div class="stack">{claims.map((claim) => <ClaimCard key={claim.id} claim={claim} withParties />)}</div>
      {(incident?.claims.totalCount ?? 0) > claims.length && <p class="small quiet">The first {claims.length} of {incident?.claims.totalCount} claims.</p>}
    </section>
  );
}
