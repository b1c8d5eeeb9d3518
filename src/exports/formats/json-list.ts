/** A JSON document around a list that is written as it comes, an item a line: `head`, the items with commas between, `tail`. */
export async function* jsonList(head: string, items: AsyncIterable<unknown>, tail: string): AsyncGenerator<string> {
  yield head;
  let between = '\n';
  for await (const item of items) {
    yield `${between}${JSON.stringify(item)}`;
    between = ',\n';
  }
  yield `\n${tail}\n`;
}

/** An object without the members that are null, undefined or empty lists: most formats take a member that is there for one that says something. */
export function present<T extends object>(members: T): Partial<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value != null && !(Array.isArray(value) && value.length === 0))) as Partial<T>;
}
