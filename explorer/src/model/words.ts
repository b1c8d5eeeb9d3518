import type { Claim } from './network';

/** `ARMED_GROUP` → `armed group`. */
export function plain(value: string): string {
  return value.toLowerCase().replace(/_/g, ' ');
}

/** A date as the reader needs it: as stated, with what its words may mean, or that none is given. */
export function dateInWords(date: Claim['date']): string {
  if (date === null) return 'no date stated';
  const { edtf, stated } = date;
  if (edtf === null) return stated ?? 'no date stated';
  const readable = edtf.replace(/^XXXX-/, 'year not stated, ').replace(/X/g, '·');
  return stated === null || stated === edtf ? readable : `${readable} (“${stated}”)`;
}

/** `1 claim`, `2 claims`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

/** “3 killed”, “at least 2 killed”, “2–4 killed”, “killed, number not stated”. */
export function casualtiesInWords(label: string, number: { low: number | null; best: number | null; high: number | null } | null): string | null {
  if (number === null) return null;
  const { low, best, high } = number;
  if (low !== null && high !== null && low !== high) return `${low}–${high} ${label}${best !== null && best !== low && best !== high ? ` (best ${best})` : ''}`;
  if (best !== null) return `${best} ${label}`;
  if (low !== null) return `at least ${low} ${label}`;
  if (high !== null) return `at most ${high} ${label}`;
  return `${label}, number not stated`;
}

/** “The Schpiel, paragraph 5”. */
export function passageOf({ article, paragraph, headline }: Pick<Claim, 'article' | 'paragraph' | 'headline'>): string {
  return `${article.publisher}, ${headline ? 'headline' : paragraph === null ? 'paragraph not known' : `paragraph ${paragraph}`}`;
}

/** A claim's source in full, as a line to paste into a text. */
export function citation({ article, paragraph, headline, attribution }: Claim): string {
  const where = headline ? 'headline' : paragraph === null ? 'paragraph not known' : `para. ${paragraph}`;
  const who = [article.author, article.publisher].filter((part) => part !== null).join(', ');
  const when = article.published?.edtf ?? 'undated';
  const via = attribution.length > 0 ? `, citing ${attribution.map(({ name }) => name).join(', citing ')}` : '';
  return `${who}, “${article.title}”, ${when}, ${where}${via}${article.url === null ? '' : `, ${article.url}`}.`;
}
