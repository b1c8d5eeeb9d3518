/**
 * All rows of a statement that reads in pages, in their order. While a page is being used the next one is already being read; no more than two are held. `from` is where the first page begins,
 * `after` where the one behind a row does; a page shorter than `limit` is the last.
 */
export async function* paged<R, C>(page: (cursor: C, limit: number) => Promise<R[]>, from: C, after: (last: R) => C, limit: number): AsyncGenerator<R> {
  let reading: Promise<R[]> | undefined = page(from, limit);
  while (reading !== undefined) {
    const rows: R[] = await reading;
    const last = rows.at(-1);
    reading = last === undefined || rows.length < limit ? undefined : page(after(last), limit);
    // Whoever reads may stop before this page is asked for; its failure is then nobody's.
    reading?.catch(() => undefined);
    yield* rows;
  }
}
