import { labelOf } from './content';
import { currentContent } from './current-content';
import { currentPicture } from './current-picture';
import { PAPER } from './palette';
import { sourceInWords } from './sources';

/** The printed page: picture with legend, the ties with the numbers of their sources, the sources. */
export function PrintContent(): preact.JSX.Element {
  const content = currentContent();
  const { shown, claimsOf, sources, rules } = content;
  const numbers = new Map(sources.map(({ article, number }) => [article.id, number]));
  const cited = (tie: string): string => [...new Set((claimsOf.get(tie) ?? []).map(({ article }) => numbers.get(article.id) ?? 0))].sort((a, b) => a - b).join(', ');
  return (
    <article class="print-sheet">
      <h1>Fealty</h1>
      {/* Our own drawing, every text in it escaped. */}
      <div class="print-picture" dangerouslySetInnerHTML={{ __html: currentPicture(content, 'whole', PAPER, false).svg }} />
      <h2>Ties</h2>
      <table>
        <thead><tr><th scope="col">From</th><th scope="col">Tie</th><th scope="col">To</th><th scope="col">When</th><th scope="col">Claims</th><th scope="col">Origins</th><th scope="col">Sources</th></tr></thead>
        <tbody>
          {shown.ties.map((tie) => (
            <tr key={tie.id}>
              <td dir="auto">{tie.source.name}</td><td>{labelOf(tie, rules)}{tie.contested && ' ≠'}{shown.bothAllyAndEnemy.has(tie.id) && ' ±'}</td><td dir="auto">{tie.target.name}</td>
              <td>{[...new Set([tie.earliest, tie.latest])].filter((day) => day !== null).join(' – ')}</td><td>{tie.claimCount}</td><td>{tie.originCount}</td><td>{cited(tie.id)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>≠ rival accounts; ± the pair is both allied and hostile.</p>
      <h2>Sources</h2>
      <ol>{sources.map((source) => <li key={source.article.id} dir="auto">{sourceInWords(source)}</li>)}</ol>
    </article>
  );
}
