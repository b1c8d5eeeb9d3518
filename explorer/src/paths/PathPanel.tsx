import { useEffect } from 'preact/hooks';
import { PathsDocument, type ClaimType } from '../api/generated/documents';
import { ClaimCard } from '../evidence/ClaimCard';
import { State } from '../evidence/State';
import { evidenceFilter } from '../model/query';
import { count } from '../model/words';
import { findPath, select, addParties } from '../state/actions';
import { announce } from '../state/announcer';
import { pointedOut } from '../state/emphasis';
import { parties, rules, view } from '../state/store';
import { useAnswer } from '../state/use-answer';
import { onPage } from '../graph/looks';
import { TieSample } from '../legend/TieSample';
import { isDark } from '../state/theme';

/** The shortest ways between two parties, with the passages on the way; the ways stand out in the graph. */
export function PathPanel(): preact.JSX.Element | null {
  const { path, filters } = view.value;
  const answered = useAnswer(PathsDocument, path === null ? null : { ...path, filter: evidenceFilter(filters) ?? null });
  const ways = answered.data?.paths;
  useEffect(() => {
    if (path === null || ways === undefined) return;
    const ids = new Set(ways.flatMap(({ parties: on, ties }) => [...on.map(({ id }) => id), ...ties.map(({ id }) => id)]));
    pointedOut.value = ids.size === 0 ? null : ids;
    announce(ways.length === 0 ? 'There is no way between the two over these ties.' : `${count(ways.length, 'way')} of ${count(ways[0]?.length ?? 0, 'tie')}.`);
    return () => void (pointedOut.value = null);
  }, [answered.data]);
  if (path === null) return null;
  const absent = [...new Set((ways ?? []).flatMap(({ parties: on }) => on.map(({ id }) => id)))].filter((id) => !parties.value.has(id) || view.value.hidden.includes(id));
  const ends = ways?.[0]?.parties;
  const nameOf = (id: string): string => parties.value.get(id)?.party.name ?? [ends?.[0], ends?.at(-1)].find((end) => end?.id === id)?.name ?? '…';
  const toggle = (type: ClaimType): void => {
    const types = path.types.includes(type) ? path.types.filter((other) => other !== type) : [...path.types, type];
    if (types.length > 0) findPath({ ...path, types });
  };
  return (
    <section class="panel" aria-label="Path" data-testid="path-panel">
      <div class="row spread"><h2>From <bdi>{nameOf(path.from)}</bdi> to <bdi>{nameOf(path.to)}</bdi></h2><button type="button" class="button small" onClick={() => findPath(null)}>Close</button></div>
      <details><summary class="small">Over {path.types.length} of {rules.value.size} types of tie</summary>
        <ul class="checks">{[...rules.value.values()].map(({ type, label, colour }) => (
          <li key={type}><label><input type="checkbox" checked={path.types.includes(type)} onChange={() => toggle(type)} /><span style={{ color: onPage(colour, isDark.value) }}><TieSample type={type} /></span>{label}</label></li>
        ))}</ul>
      </details>
      <State answered={answered} />
      {ways?.length === 0 && <p class="notice">There is no way between the two over these ties. Choose more types, or loosen the filters.</p>}
      {absent.length > 0 && <button type="button" class="button small" onClick={() => addParties('Show the path', absent)}>Show the {count(absent.length, 'party', 'parties')} of these ways not in view</button>}
      {ways?.map((way, i) => (
        <details key={i} open={i === 0} class="way">
          <summary>Way {i + 1} of {ways.length}: {count(way.length, 'tie')}, by {way.parties.slice(1, -1).map(({ name }) => name).join(', ') || 'nobody between'}</summary>
          <ol class="stack">
            {way.ties.map((tie) => (
              <li key={tie.id} class="stack">
                <button type="button" class="tie-row" onClick={() => select([{ kind: 'tie', id: tie.id }])}>
                  <span style={{ color: onPage(rules.value.get(tie.type)?.colour ?? '#7f7f7f', isDark.value) }}><TieSample type={tie.type} /></span>
                  <span><bdi>{tie.source.name}</bdi> <em>{rules.value.get(tie.type)?.label}</em> <bdi>{tie.target.name}</bdi></span><span class="quiet tiny">{count(tie.claimCount, 'claim')}</span>
                </button>
                {tie.claims.nodes.map((claim) => <ClaimCard key={claim.id} claim={claim} />)}
              </li>
            ))}
          </ol>
        </details>
      ))}
    </section>
  );
}
