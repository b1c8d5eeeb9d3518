import { select } from '../state/actions';
import { count, dateInWords } from '../model/words';
import type { Item, Link, Strand, Who } from './answer';
import { LinkCard } from './LinkCard';
import { PassageLine } from './Passage';

/** One thing of an answer with the evidence for it. */
export function ItemCard({ item }: { item: Item }): preact.JSX.Element {
  switch (item.kind) {
    case 'parties': return <PartiesCard item={item} />;
    case 'passage': return <div class="item"><PassageLine passage={item.passage} named /></div>;
    case 'rivals': return (
      <div class="item">
        <p class="quiet small" dir="auto">{item.why}</p>
        <PassageLine passage={item.one} named />
        <p class="against"><span class="tag bad">disputed</span> against</p>
        <PassageLine passage={item.other} named />
      </div>
    );
    case 'incident': return (
      <div class="item">
        <h3><button type="button" class="link" dir="auto" onClick={() => select([{ kind: 'incident', id: item.id }])}>{item.title}</button></h3>
        <p class="quiet small">{dateInWords(item.date)}{item.place !== null && <> · <bdi>{item.place}</bdi></>}</p>
        {item.passages.map((passage) => <PassageLine key={passage.id} passage={passage} named />)}
        {item.more > 0 && <p class="quiet small">{count(item.more, 'more passage')}</p>}
      </div>
    );
  }
}

function PartiesCard({ item }: { item: Extract<Item, { kind: 'parties' }> }): preact.JSX.Element {
  const seen = new Set<string>();
  return (
    <div class="item">
      <h3>{item.parties.map((who, i) => <span key={who.id}>{i > 0 && <span class="quiet"> {item.between} </span>}<PartyButton who={who} /></span>)}</h3>
      {item.remark !== null && <p class="quiet small">{item.remark}</p>}
      {item.strands.map((strand, i) => <StrandPart key={i} strand={strand} seen={seen} />)}
    </div>
  );
}

function StrandPart({ strand: { says, links }, seen }: { strand: Strand; seen: Set<string> }): preact.JSX.Element {
  const isAgain = (link: Link): boolean => seen.has(link.id) || !seen.add(link.id);
  return (
    <div class={says === null ? 'strand' : 'strand chain'}>
      {says !== null && <p class="quiet small">{says.map((part, i) => (typeof part === 'string' ? part : <bdi key={i}>{part.name}</bdi>))}</p>}
      {links.map((link) => <LinkCard key={link.id} link={link} again={isAgain(link)} />)}
    </div>
  );
}

function PartyButton({ who }: { who: Who }): preact.JSX.Element {
  return <button type="button" class="link" dir="auto" onClick={() => select([{ kind: 'party', id: who.id }])}>{who.name}</button>;
}
