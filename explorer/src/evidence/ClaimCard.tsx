import { Sign } from '../legend/Sign';
import type { Claim } from '../model/network';
import { casualtiesInWords, citation, dateInWords, passageOf, plain } from '../model/words';
import { select } from '../state/actions';
import { rules } from '../state/store';
import { CopyButton } from '../shell/CopyButton';

const STANCES: Record<Claim['stance'], string> = { STATED: 'stated as fact', REPORTED: 'reported', ALLEGED: 'alleged' };

/** One claim as evidence: what it says in our words, and everything about where it stands. */
export function ClaimCard({ claim, withParties = false }: { claim: Claim; withParties?: boolean }): preact.JSX.Element {
  const { article, attribution, place, incident, stance, rivalIds } = claim;
  const rule = rules.value.get(claim.type);
  return (
    <article class="claim card" data-claim={claim.slug}>
      {withParties && <p class="claim-parties small"><bdi>{claim.subject.name}</bdi> <em>{rule?.label ?? plain(claim.type)}</em> <bdi>{claim.object.name}</bdi></p>}
      <p class="claim-summary" dir="auto">{claim.summary}</p>
      <p class="claim-source small"><strong title={article.title}>{passageOf(claim)}</strong> <span class="quiet">· <bdi>{article.title}</bdi></span></p>
      <dl class="facts tiny">
        <Fact name="When">{dateInWords(claim.date)}</Fact>
        {place && <Fact name="Where"><bdi>{place.name}</bdi></Fact>}
        <Fact name="Says who">
          {attribution.length === 0 ? 'the article itself' : [article.publisher, ...attribution.map(({ name }) => name)].map((name, i) => <span key={i}>{i > 0 && <span aria-label="citing"> ← </span>}<bdi>{name}</bdi></span>)}
        </Fact>
        {(claim.role ?? claim.rank ?? claim.standing) !== null && <Fact name="Role">{[claim.rank, claim.role, claim.standing && plain(claim.standing)].filter(Boolean).join(', ')}</Fact>}
        <Casualties claim={claim} />
        {claim.caveat && <Fact name="Caveat"><span dir="auto">{claim.caveat}</span></Fact>}
        {incident && <Fact name="Incident"><button type="button" class="link" onClick={() => select([{ kind: 'incident', id: incident.id }])}><bdi>{incident.title}</bdi></button></Fact>}
      </dl>
      <div class="row claim-foot">
        <span class={`tag stance-${stance.toLowerCase()}`}>{STANCES[stance]}</span>
        {claim.former && <span class="tag">no longer so</span>}
        {rivalIds.length > 0 && <span class="tag bad"><Sign sign="rivals" /> disputed</span>}
        {claim.status !== 'LIVE' && <span class="tag bad">{plain(claim.status)}</span>}
        <CopyButton text={() => citation(claim)} what="citation" />
      </div>
    </article>
  );
}

function Fact({ name, children }: { name: string; children: preact.ComponentChildren }): preact.JSX.Element {
  return <div class="fact"><dt>{name}</dt><dd>{children}</dd></div>;
}

function Casualties({ claim }: { claim: Claim }): preact.JSX.Element | null {
  if (claim.casualties.length === 0) return null;
  return (
    <Fact name="Casualties">
      {claim.casualties.map(({ party, killed, wounded }, i) => (
        <span key={i} class="block"><bdi>{party?.name ?? 'side not stated'}</bdi>: {[casualtiesInWords('killed', killed), casualtiesInWords('wounded', wounded)].filter((part) => part !== null).join(', ')}</span>
      ))}
    </Fact>
  );
}
