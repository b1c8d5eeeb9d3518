import { PartyEvidenceDocument } from '../api/generated/documents';
import { fillingOf, onPage, sideLook } from '../graph/looks';
import { PartySample } from '../legend/PartySample';
import { evidenceFilter } from '../model/query';
import { count, plain } from '../model/words';
import { bringBack, collapse, hide, keepOnly, setFilters, showParty, unpin } from '../state/actions';
import { expanding, openExpansion } from '../state/panels';
import { parties, shown, start, view } from '../state/store';
import { isDark } from '../state/theme';
import { useAnswer } from '../state/use-answer';
import { Icon } from '../shell/icons';
import { PathStarter } from '../paths/PathStarter';
import { ClaimCard } from './ClaimCard';
import { Expansion } from './Expansion';
import { Rivals } from './Rivals';
import { State } from './State';
import { TieList } from './TieList';

/** Everything about one party: its names, what can be done with it, its ties on show, and the passages about it. */
export function PartyPanel({ id }: { id: string }): preact.JSX.Element {
  const node = parties.value.get(id);
  const answered = useAnswer(PartyEvidenceDocument, { id, name: id, filter: { ...evidenceFilter(view.value.filters), party: id } });
  const told = answered.data?.node;
  const party = told && 'name' in told ? told : null;
  const name = party?.name ?? node?.party.name ?? '…';
  const patrons = start.value?.actors.nodes ?? [];
  const sides = (node?.sides ?? []).map((side) => patrons.find((patron) => patron.id === side)).filter((side) => side !== undefined);
  const look = sideLook(node?.sides ?? [], patrons);
  const ties = shown.value.ties.filter(({ source, target }) => source.id === id || target.id === id);
  const kind = party === null ? '' : party.__typename === 'Actor' ? plain(party.actorKind) : party.__typename === 'Location' ? plain(party.locationKind) : 'commander';
  const isHidden = view.value.hidden.includes(id);
  if (answered.data && party === null) return <p class="notice">This party is not in the graph (any more).</p>;
  return (
    <section class="panel" aria-label="Party" data-testid="party-panel">
      <h2 class="party-title">{node && <PartySample look={{ ...look, colour: onPage(look.colour, isDark.value) }} filling={fillingOf(node)} />}<bdi>{name}</bdi></h2>
      <p class="small quiet">{kind}{sides.length > 0 && sides[0]?.id !== id ? <> · on the side of {sides.map((side) => side.name).join(' and ')}</> : ''}{party?.__typename === 'Actor' && party.isPatron ? ' · backs others' : ''}
        {party?.__typename === 'Location' && party.within.length > 0 ? ` · in ${party.within.map((larger) => larger.name).join(', ')}` : ''}</p>
      <div class="row actions">
        {node && !isHidden ? (
          <>
            <button type="button" class="button small" aria-expanded={expanding.value === id} onClick={() => (expanding.value === id ? (expanding.value = null) : openExpansion(id))}><Icon name="expand" />Expand …</button>
            <button type="button" class="button small" onClick={() => collapse({ id, name })}><Icon name="collapse" />Collapse</button>
            <button type="button" class="button small" onClick={() => hide([id])}><Icon name="hide" />Hide</button>
            <button type="button" class="button small" onClick={() => keepOnly([id, ...ties.flatMap(({ source, target }) => [source.id, target.id])])}>Only it and its neighbours</button>
          </>
        ) : (
          <button type="button" class="button small" onClick={() => (isHidden ? bringBack([id]) : showParty(id, name))}><Icon name="eye" />Show in the graph</button>
        )}
        {id in view.value.pinned && <button type="button" class="button small" onClick={() => unpin([id])}><Icon name="pin" />Let go</button>}
        {party?.__typename === 'Location' && <button type="button" class="button small" onClick={() => setFilters(`Only at ${name}`, { place: name })}>Only what happened here</button>}
        {party?.__typename === 'Actor' && party.isPatron && <button type="button" class="button small" onClick={() => setFilters(`Only the side of ${name}`, { patron: name })}>Only its side</button>}
      </div>
      {expanding.value === id && <Expansion party={{ id, name }} />}
      <PathStarter from={{ id, name }} />
      <State answered={answered} />
      {party && party.spellings.length > 0 && <p class="tiny quiet">Also: {party.spellings.map(({ text }, i) => <span key={text}>{i > 0 && ' · '}<bdi>{text}</bdi></span>)}</p>}
      {party?.note && <p class="small note" dir="auto">{party.note}</p>}
      {answered.data && <Rivals pairs={answered.data.rivals.nodes} />}
      <TieList ties={ties} of={id} />
      {answered.data && answered.data.claims.nodes.length > 0 && (
        <details class="claims" open={ties.length === 0}>
          <summary>{count(answered.data.claims.totalCount ?? 0, 'claim')} about it</summary>
          <div class="stack">{answered.data.claims.nodes.map((claim) => <ClaimCard key={claim.id} claim={claim} withParties />)}</div>
          {(answered.data.claims.totalCount ?? 0) > answered.data.claims.nodes.length && <p class="small quiet">The first {answered.data.claims.nodes.length}. Narrow to see the others.</p>}
        </details>
      )}
    </section>
  );
}
