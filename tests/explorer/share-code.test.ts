import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { FIRST_VIEW, NO_FILTERS, type View } from '../../explorer/src/model/view';
import { decodeView, encodeView } from '../../explorer/src/share/share-code';
import { addressProblemOf } from './support/share';
import { freeName, readViews, writeViews } from '../../explorer/src/share/views-file';
import { toCsv } from '../../explorer/src/takeaway/csv';
import { element, escapeXml } from '../../explorer/src/takeaway/xml';
import { wrapped } from '../../explorer/src/takeaway/words-in-picture';

const id = (text: string): string => Buffer.from(text).toString('base64url');
const FULL: View = {
  parties: [id('Actor:iran'), id('Location:dayr-az-zawr'), id('Commander:ali')], limit: 700, hidden: [id('Actor:iran')], pinned: { [id('Actor:iran')]: [12.5, -7] },
  filters: { types: ['ATTACKED', 'MET_WITH'], patron: 'Iran', place: 'دير الزور', articles: [id('Article:a')], period: '2018-12/2019', certain: true, stances: ['ALLEGED'], minOrigins: 2, minDegree: 3, knownOn: '2020-02-29' },
  selection: [{ kind: 'party', id: id('Actor:iran') }, { kind: 'tie', id: id('Tie:a ATTACKED b') }, { kind: 'incident', id: id('Incident:x') }],
  asked: { question: 'clashes', slots: { who: '<script>alert(1)</script>', when: '2018' } }, path: { from: id('Actor:iran'), to: id('Actor:isis'), types: ['BACKED_BY'] },
  pane: 'map', table: 'incidents', sorting: { column: 'claims', descending: true },
};
const forged = (packed: unknown): string => `view=1.${deflateRawSync(JSON.stringify(packed)).toString('base64url')}`;
const raw = (json: string): string => `view=1.${deflateRawSync(json).toString('base64url')}`;

describe('the code of a view', () => {
  it('is empty for the first view', async () => {
    expect(await encodeView(FIRST_VIEW)).toBe('');
    expect((await decodeView('')).view).toEqual(FIRST_VIEW);
  });

  it('holds every field exactly', async () => {
    const code = await encodeView(FULL);
    expect(code).toMatch(/^view=1\.[A-Za-z0-9_-]+$/);
    expect(await decodeView(code)).toEqual({ view: FULL, unknown: [] });
  });

  it('holds any view', async () => {
    const party = fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/).map((slug) => id(`Actor:${slug}`));
    const some = fc.record({
      parties: fc.option(fc.uniqueArray(party, { maxLength: 60 })), hidden: fc.uniqueArray(party), pinned: fc.dictionary(party, fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -9999, max: 9999 }))),
      place: fc.option(fc.string({ maxLength: 60, unit: 'grapheme' })), minDegree: fc.nat(50), pane: fc.constantFrom('graph' as const, 'map' as const),
    });
    await fc.assert(fc.asyncProperty(some, async ({ place, minDegree, ...rest }) => {
      const view: View = { ...FIRST_VIEW, ...rest, filters: { ...NO_FILTERS, place, minDegree } };
      expect((await decodeView(await encodeView(view))).view).toEqual(JSON.parse(JSON.stringify(view)));
    }), { numRuns: 60 });
  });

  it('is shorter than the ids in it', async () => {
    const parties = Array.from({ length: 200 }, (_, i) => id(`Actor:some-armed-group-number-${i}`));
    expect((await encodeView({ ...FIRST_VIEW, parties })).length).toBeLessThan(parties.join(',').length / 5);
  });

  it.each([
    ['what is no code', 'nonsense', 'not one of this page’s links'],
    ['another version', 'view=2.abc', 'another version'],
    ['a cut code', `view=1.${deflateRawSync('{"p":["Actor:iran"]}').toString('base64url').slice(0, -6)}`, 'cut or changed'],
    ['bytes that are no deflate', `view=1.${Buffer.from('hello hello hello').toString('base64url')}`, 'cut or changed'],
    ['letters that are no base64', 'view=1.äöü', 'cut or changed'],
    ['something other than JSON', raw('{"p":'), 'cut or changed'],
    ['a list', forged([]), 'the view'],
    ['an unknown field', forged({ z: 1 }), 'the view'],
    ['a prototype', raw('{"__proto__":{"p":[]}}'), 'the view'],
    ['a prototype as a party', forged({ p: ['__proto__'] }), 'parties'],
    ['a prototype as a pinned party', forged({ n: [['__proto__', 1, 2]] }), 'a pinned party'],
    ['a prototype as a slot', forged({ q: ['clashes', [['constructor', 'x']]] }), 'a slot'],
    ['a number that is none', raw('{"n":[["Actor:iran",1e999,0]]}'), 'a pinned party'],
    ['text for a number', forged({ n: [['Actor:iran', '1', 0]] }), 'a pinned party'],
    ['a number for an id', forged({ p: [7] }), 'parties'],
    ['markup as an id', forged({ p: ['<img src=x>'] }), 'parties'],
    ['too many parties', forged({ p: Array.from({ length: 2_001 }, (_, i) => `Actor:a${i}`) }), 'more than'],
    ['endless text', forged({ f: { l: 'x'.repeat(501) } }), 'the place'],
    ['a negative count', forged({ f: { d: -1 } }), 'number of ties'],
    ['a day that is none', forged({ f: { k: '2019-13-45' } }), 'day of the record'],
    ['an unknown tab', forged({ t: 'constructor' }), 'the table'],
    ['a selected thing of no kind', forged({ s: ['xActor:iran'] }), 'a selected item'],
  ])('refuses %s', async (_what, code, says) => {
    expect(await addressProblemOf(code)).toContain(says);
  });

  it('refuses a small code that would grow without end', async () => {
    const bomb = raw(`{"f":{"l":"${'a'.repeat(40_000_000)}"}}`);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await addressProblemOf(bomb)).toContain('holds more');
  });

  it('never does anything but refuse or read', async () => {
    await fc.assert(fc.asyncProperty(fc.jsonValue(), async (value) => {
      const problem = await addressProblemOf(forged(value));
      expect(problem === null || problem.length > 0).toBe(true);
    }), { numRuns: 200 });
  });

  it('leaves out words that are no longer known, and tells them', async () => {
    const { view, unknown } = await decodeView(forged({ f: { t: ['ATTACKED', 'DANCED_WITH'], v: ['SUNG'] } }));
    expect(view.filters).toEqual({ ...NO_FILTERS, types: ['ATTACKED'] });
    expect(unknown).toEqual(['DANCED_WITH', 'SUNG']);
  });
});

describe('the file of saved views', () => {
  const saved = [{ name: 'Winter', savedAt: '2026-01-01T00:00:00.000Z', view: FULL }];

  it('is read as it was written', () => {
    expect(readViews(writeViews(saved, new Date(0)))).toEqual(saved);
  });

  it.each([
    ['', 'not JSON'], ['[]', 'not a file of saved views'], ['null', 'not a file of saved views'], ['{"format":"fealty-views","version":9,"views":[]}', 'another version'],
    ['{"format":"fealty-views","version":1}', 'lists no views'], ['{"format":"fealty-views","version":1,"views":[{"savedAt":"2026-01-01","view":{}}]}', 'view 1 has no name'],
    ['{"format":"fealty-views","version":1,"views":[{"name":"A","savedAt":"2026-01-01","view":{"p":3}}]}', 'view 1 (“A”): parties cannot be read'],
  ])('refuses %s', (text, says) => {
    expect(() => readViews(text)).toThrow(says);
  });

  it('gives each view a name of its own', () => {
    expect(freeName('A', ['A', 'A (2)'])).toBe('A (3)');
  });
});

describe('what files are made of', () => {
  it('writes CSV that no spreadsheet takes for a formula', () => {
    expect(toCsv(['a', 'b'], [['=1+1', '@x'], ['-2', -2], ['say "so", he said', 'two\r\nlines'], [null, '+']])).toBe('\uFEFFa,b\r\n\'=1+1,\'@x\r\n\'-2,-2\r\n"say ""so"", he said","two\r\nlines"\r\n,\'+\r\n');
  });

  it('writes XML whatever the text', () => {
    expect(escapeXml('<script>&"\'\u0000\uD800')).toBe('&lt;script&gt;&amp;&quot;&#39;\uFFFD\uFFFD');
    expect(element('g', { x: 1.23456, title: '"' }, '')).toBe('<g x="1.23" title="&quot;"/>');
  });

  it('breaks lines where they are full', () => {
    const measure = (text: string): number => text.length;
    expect(wrapped('one two three', 7, 1, measure)).toEqual(['one two', 'three']);
    expect(wrapped('abcdefghij kl', 4, 1, measure).join('')).toBe('abcdefghijkl');
    expect(wrapped('¶\u00a01 a', 3, 1, measure)).toEqual(['¶\u00a01', 'a']);
  });
});
