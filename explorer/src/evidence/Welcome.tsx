import { count } from '../model/words';
import { setFilters } from '../state/actions';
import { MOST_PARTIES } from '../model/view';
import { change, shown, start } from '../state/store';
import { Legend } from '../legend/Legend';
import { TieList } from './TieList';

/** What stands beside the graph while nothing is selected: what one sees, how to read it, and where accounts disagree. */
export function Welcome(): preact.JSX.Element | null {
  const told = start.value;
  if (told === null) return null;
  const { overview, articles } = told;
  const { nodes, ties, more, bothAllyAndEnemy } = shown.value;
  const disputed = ties.filter(({ contested }) => contested);
  const both = ties.filter(({ id }) => bothAllyAndEnemy.has(id));
  return (
    <section class="panel" aria-label="About this graph" data-testid="welcome">
      <h2>Who backs, commands and fights whom, and who says so</h2>
      <p class="small">On show: {count(nodes.length, 'party', 'parties')} and {count(ties.length, 'tie')} of the graph’s {overview.ties.toLocaleString('en')}, out of {count(overview.claims, 'claim')} in {count(overview.articles, 'article')}. Choose any party or line to read the passages behind it.</p>
      {more > 0 && <p class="notice">{count(more, 'more party is', 'more parties are')} not drawn. Search, ask or filter to get to them{nodes.length < MOST_PARTIES ? <>, or <button type="button" class="link" onClick={() => change('Draw more', { limit: MOST_PARTIES })}>Draw up to {MOST_PARTIES.toLocaleString('en')}</button></> : ''}.</p>}
      <Legend />
      <TieList ties={disputed} title="Disputed" />
      <TieList ties={both} title="Allied and hostile at once" />
      <section>
        <h3>Articles <span class="quiet">{articles.totalCount}</span></h3>
        <ul class="tie-list">
          {articles.nodes.slice(0, 30).map(({ id, title, publisher, published }) => (
            <li key={id}><button type="button" class="tie-row" onClick={() => setFilters(`Only from ${publisher}`, { articles: [id] })}><span><b><bdi>{publisher}</bdi></b> <span class="quiet">{published?.edtf ?? 'undated'}</span><br /><bdi class="tiny quiet">{title}</bdi></span></button></li>
          ))}
        </ul>
      </section>
    </section>
  );
}
