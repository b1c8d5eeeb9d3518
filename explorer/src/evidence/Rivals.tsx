import type { TieEvidenceQuery } from '../api/generated/documents';
import { Sign } from '../legend/Sign';
import { ClaimCard } from './ClaimCard';

type Pair = TieEvidenceQuery['rivals']['nodes'][number];

const RULES: Record<Pair['rule'], string> = {
  TWO_HEADS: 'Two persons are said to head one group at times that may overlap.',
  TWO_HOLDERS: 'Two actors are said to hold one place at times that may overlap.',
  CURATED: 'Marked as rivals by a curator.',
};

/** Accounts that cannot easily both hold, each pair side by side. */
export function Rivals({ pairs }: { pairs: readonly Pair[] }): preact.JSX.Element | null {
  if (pairs.length === 0) return null;
  return (
    <section class="rivals" aria-label="Rival accounts">
      <h3><Sign sign="rivals" /> Rival accounts</h3>
      {pairs.map(({ rule, reason, one, other }) => (
        <div key={`${one.id} ${other.id}`} class="rival-pair">
          <p class="small quiet">{reason ?? RULES[rule]} Both are kept.</p>
          <div class="side-by-side"><ClaimCard claim={one} withParties /><ClaimCard claim={other} withParties /></div>
        </div>
      ))}
    </section>
  );
}
