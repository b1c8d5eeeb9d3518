import { NO_FILTERS, type Filters } from '../model/view';
import { count, plain } from '../model/words';
import { bringBack, setFilters } from '../state/actions';
import { change, rules, start, view } from '../state/store';
import { Icon } from '../shell/icons';

interface Chip {
  text: string;
  remove: () => void;
}

/** What narrows the view, always to be seen, each to be taken off by itself. */
export function Chips(): preact.JSX.Element | null {
  const chips = chipsOf(view.value.filters);
  const { hidden, parties } = view.value;
  if (hidden.length > 0) chips.push({ text: `${count(hidden.length, 'party', 'parties')} hidden`, remove: () => bringBack() });
  if (parties !== null) chips.push({ text: `${count(parties.length, 'chosen party', 'chosen parties')}`, remove: () => change('The whole graph', { parties: null }) });
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label="What narrows the view" data-testid="chips">
      {chips.map(({ text, remove }) => (
        <li key={text} class="chip"><bdi>{text}</bdi><button type="button" aria-label={`Remove: ${text}`} onClick={remove}><Icon name="close" /></button></li>
      ))}
    </ul>
  );
}

function chipsOf(filters: Filters): Chip[] {
  const set = (key: keyof Filters, text: string): Chip => ({ text, remove: () => setFilters(`Remove: ${text}`, { [key]: NO_FILTERS[key] }) });
  const labels = filters.types?.map((type) => rules.value.get(type)?.label ?? plain(type)) ?? [];
  const publishers = filters.articles?.map((id) => start.value?.articles.nodes.find((article) => article.id === id)?.publisher ?? 'another article') ?? [];
  return [
    ...(filters.types === null ? [] : [set('types', labels.length <= 3 ? labels.join(', ') : `${labels.length} types of tie`)]),
    ...(filters.patron === null ? [] : [set('patron', `side of ${filters.patron}`)]),
    ...(filters.place === null ? [] : [set('place', `at ${filters.place}`)]),
    ...(filters.period === null ? [] : [set('period', `during ${filters.period}`)]),
    ...(filters.certain ? [set('certain', 'certain dates only')] : []),
    ...(filters.articles === null ? [] : [set('articles', `from ${publishers.join(', ')}`)]),
    ...(filters.stances === null ? [] : [set('stances', filters.stances.map(plain).join(' or '))]),
    ...(filters.minOrigins <= 1 ? [] : [set('minOrigins', `${filters.minOrigins} origins or more`)]),
    ...(filters.minDegree <= 0 ? [] : [set('minDegree', `${filters.minDegree} ties or more`)]),
    ...(filters.knownOn === null ? [] : [set('knownOn', `as known on ${filters.knownOn}`)]),
  ];
}
