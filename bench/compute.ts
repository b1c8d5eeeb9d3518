import { generate } from './generate';

/** The flagship's answer over the generated claims themselves, without any database: opponent, member, type, summary. */
export function computeFlagship(scale: number, patron: string): string[][] {
  const { registries, batches } = generate(scale);
  const names = new Map(registries.registries.Actor.map(({ id, props }) => [id, props.name as string]));
  const claims = [...batches()].flatMap(({ articles }) => articles.flatMap((article) => article.claims.map(({ props }) => props)));
  const proxies = new Set(claims.filter(({ type, objectId }) => type === 'BACKED_BY' && objectId === patron).map(({ subjectId }) => subjectId));
  return claims.filter(({ type }) => type === 'CLASHED_WITH' || type === 'ATTACKED').flatMap(({ type, subjectId, objectId, summary }) =>
    [[subjectId, objectId], [objectId, subjectId]].filter(([member]) => proxies.has(member as string)).map(([member, opponent]) => [names.get(opponent as string) as string, names.get(member as string) as string, type, summary as string]));
}
