import { createHash } from 'node:crypto';
import { foldWords } from '../../domain/folding';

/** Lower-case words of a name, joined by hyphens; names in other scripts fold to nothing and are told apart by their digest alone. */
function slugOf(name: string): string {
  const words = foldWords(name).map((word) => word.replace(/[^a-z0-9]/g, '')).filter((word) => word !== '');
  return words.join('-').slice(0, 60).replace(/-+$/, '');
}

function digest(...parts: (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** An id that tells what it is of, and is the same for the same parts only. */
export function idOf(prefix: string, name: string, ...parts: (string | null)[]): string {
  return [prefix, slugOf(name), digest(name, ...parts)].filter((part) => part !== '').join('-');
}
