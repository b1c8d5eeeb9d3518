import { NO_SIDE, onPage, SEVERAL_SIDES, sideLook, type SideLook } from '../graph/looks';
import { grouped } from '../model/grouped';
import { plain } from '../model/words';
import { rules, shown, start } from '../state/store';
import { isDark } from '../state/theme';
import { select } from '../state/actions';
import { PartySample } from './PartySample';
import { Sign } from './Sign';
import { TieSample } from './TieSample';

/** What shapes, colours and lines on show mean, and how many there are of each. A side or type can be selected whole. */
export function Legend(): preact.JSX.Element {
  const { nodes, ties } = shown.value;
  const patrons = start.value?.actors.nodes ?? [];
  const bySide = grouped(nodes, ({ party, sides: of }) => (party.__typename === 'Location' ? 'place' : of.length > 1 ? 'several' : (of[0] ?? 'none')));
  const sides: { key: string; name: string; look: SideLook }[] = [
    ...patrons.filter(({ id }) => bySide.has(id)).map(({ id, name }) => ({ key: id, name: `On the side of ${name}`, look: sideLook([id], patrons) })),
    ...(bySide.has('several') ? [{ key: 'several', name: 'On several sides', look: SEVERAL_SIDES }] : []),
    ...(bySide.has('none') ? [{ key: 'none', name: 'No patron stated', look: NO_SIDE }] : []),
  ];
  const byType = grouped(ties, ({ type }) => type);
  const types = [...rules.value.values()].map((rule) => ({ rule, ids: (byType.get(rule.type) ?? []).map(({ id }) => id) })).filter(({ ids }) => ids.length > 0);
  return (
    <section class="legend" aria-label="Legend">
      <h3>Parties</h3>
      <ul>
        {sides.map(({ key, name, look }) => (
          <li key={key}><button type="button" class="legend-item" title={`Select: ${name}`} onClick={() => select((bySide.get(key) ?? []).map(({ party }) => ({ kind: 'party', id: party.id })))}>
            <PartySample look={{ ...look, colour: onPage(look.colour, isDark.value) }} /><span><bdi>{name}</bdi></span><span class="quiet">{bySide.get(key)?.length}</span>
          </button></li>
        ))}
        <li class="legend-key tiny quiet"><span><PartySample look={NO_SIDE} /> group</span><span><PartySample look={{ ...NO_SIDE, shape: 'diamond' }} filling="ring" /> commander</span><span><PartySample look={NO_SIDE} filling="open" /> place</span></li>
      </ul>
      <h3>Ties</h3>
      <ul>
        {types.map(({ rule, ids }) => (
          <li key={rule.type}><button type="button" class="legend-item" title={`${rule.description} Select them.`} onClick={() => select(ids.map((id) => ({ kind: 'tie', id })))}>
            <span style={{ color: onPage(rule.colour, isDark.value) }}><TieSample type={rule.type} /></span><span>{rule.label || plain(rule.type)}</span><span class="quiet">{ids.length}</span>
          </button></li>
        ))}
        <li class="legend-key tiny quiet"><span><Sign sign="rivals" /> rival accounts</span><span><Sign sign="both" /> allied and hostile</span></li>
      </ul>
    </section>
  );
}
