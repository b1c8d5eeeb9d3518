import { useState } from 'preact/hooks';
import { count } from '../model/words';
import { Icon } from '../shell/icons';
import { announce } from '../state/announcer';
import { loading, view } from '../state/store';
import { missingPassages, type Content } from './content';
import { CopyAsGraphql } from './CopyAsGraphql';
import { currentContent, withLink } from './current-content';
import { currentPicture, type Extent } from './current-picture';
import { download, fileName } from './download';
import { toJson } from './json';
import { DARK, LIGHT } from './palette';
import { printPage } from './print-page';
import { rasterised } from './rasterise';
import { claimsCsv, partiesCsv, tiesCsv } from './tables';

/** One file to take: what it is called, and how it is made. */
interface Take {
  name: string;
  says: string;
  what: string;
  extension: string;
  make: (content: Content) => Blob | Promise<Blob>;
}

const csv = (text: string): Blob => new Blob([text], { type: 'text/csv;charset=utf-8' });

/** What of the page can be taken away, and how much is in it. */
export default function TakeAwayBody(): preact.JSX.Element {
  const [extent, setExtent] = useState<Extent>('whole');
  const [dark, setDark] = useState(false);
  const [told, setTold] = useState<{ text: string; bad: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  const content = currentContent();
  const { shown, claims, sources } = content;
  const missing = missingPassages(content);
  const onMap = view.value.pane === 'map';
  const palette = dark ? DARK : LIGHT;
  const seen = onMap ? 'whole' : extent;
  const ties = count(shown.ties.length, 'tie');
  const pictures: Take[] = [
    { name: 'PNG', says: 'picture, at twice its size', what: 'graph', extension: 'png', make: (taken) => rasterised(currentPicture(taken, seen, palette)) },
    { name: 'SVG', says: 'drawing, at any size', what: 'graph', extension: 'svg', make: (taken) => new Blob([currentPicture(taken, seen, palette).svg], { type: 'image/svg+xml' }) },
  ];
  const partial = missing === null ? '' : `-first-${content.passages.fetched}-of-${content.passages.total}`;
  const data: Take[] = [
    { name: 'Claims, CSV', says: `${count(claims.length, 'claim')}, one a row`, what: `claims${partial}`, extension: 'csv', make: (taken) => csv(claimsCsv(taken)) },
    { name: 'Ties, CSV', says: `${ties}, with citations`, what: `ties${partial}`, extension: 'csv', make: (taken) => csv(tiesCsv(taken)) },
    { name: 'Parties, CSV', says: count(shown.nodes.length, 'party', 'parties'), what: 'parties', extension: 'csv', make: (taken) => csv(partiesCsv(taken)) },
    { name: 'JSON', says: 'all of it, and the view', what: `view${partial}`, extension: 'json', make: (taken) => new Blob([toJson(taken)], { type: 'application/json' }) },
    { name: 'GEXF', says: 'for Gephi, with places and citations', what: `graph${partial}`, extension: 'gexf', make: async (taken) => new Blob([(await import('./gexf')).toGexf(taken)], { type: 'application/xml' }) },
  ];
  const tell = (text: string, bad = false): void => {
    setTold({ text, bad });
    announce(text);
  };
  const take = async ({ make, what, extension }: Take): Promise<void> => {
    setBusy(true);
    try {
      const name = fileName(what, extension);
      download(await make(await withLink(content)), name);
      tell(`${name} is made.`);
    } catch (error) {
      tell(`The file could not be made: ${error instanceof Error ? error.message : String(error)}`, true);
    } finally {
      setBusy(false);
    }
  };
  const button = (each: Take): preact.JSX.Element => (
    <li key={each.name} class="take">
      <button type="button" class="button" disabled={busy || loading.value} onClick={() => void take(each)}><Icon name="download" />{each.name}</button>
      <span class="quiet small">{each.says}</span>
    </li>
  );
  return (
    <>
      <p data-testid="takeaway-counts">
        On show: <strong>{count(shown.nodes.length, 'party', 'parties')}</strong>, <strong>{ties}</strong>, <strong>{count(claims.length, 'claim')}</strong> from <strong>{count(sources.length, 'article')}</strong>.{' '}
        {content.filters.length === 0 ? 'Not filtered.' : `Filters: ${content.filters.join(' · ')}.`}
      </p>
      {loading.value && <p class="quiet small">The passages are still on their way …</p>}
      {!loading.value && missing !== null && <p class="take-problem small">{missing}</p>}
      {told !== null && <p class={told.bad ? 'take-problem small' : 'take-done small'}>{told.text}</p>}
      <section class="stack" aria-labelledby="take-picture">
        <h3 id="take-picture">Picture</h3>
        <p class="quiet small">With legend, filters, and the list of sources.{onMap && ' The map is open, but it is the graph that is taken, all of it.'}</p>
        <div class="row small">
          {!onMap && <>
            <label class="take-choice"><input type="radio" name="extent" checked={extent === 'whole'} onChange={() => setExtent('whole')} /> All of the graph</label>
            <label class="take-choice"><input type="radio" name="extent" checked={extent === 'stage'} onChange={() => setExtent('stage')} /> The part on the screen</label>
          </>}
          <label class="take-choice"><input type="checkbox" checked={dark} onChange={({ currentTarget }) => setDark(currentTarget.checked)} /> Dark ground</label>
        </div>
        <ul class="takes">{pictures.map(button)}</ul>
      </section>
      <section class="stack" aria-labelledby="take-data">
        <h3 id="take-data">Data, with citations</h3>
        <ul class="takes">{data.map(button)}</ul>
      </section>
      <section class="stack" aria-labelledby="take-print">
        <h3 id="take-print">Paper</h3>
        <ul class="takes">
          <li class="take">
            <button type="button" class="button" disabled={loading.value} onClick={() => void printPage()}>Print</button>
            <span class="quiet small">picture, table of ties, numbered sources</span>
          </li>
        </ul>
      </section>
      <CopyAsGraphql view={content.view} tell={tell} />
    </>
  );
}
