import { nearest, openings, understand } from '../../explorer/src/question/grammar';
import { parseDay, parsePeriod, periodInWords } from '../../explorer/src/question/period';
import { questionOf, QUESTIONS, sentenceOf } from '../../explorer/src/question/questions';

/** Typed → the reading that is tried first. */
const UNDERSTOOD: [string, string, Record<string, string>][] = [
  ['who has clashed with IRGC proxies', 'opponents-of-proxies', { patron: 'IRGC' }],
  ['Who has clashed with the proxies of the IRGC?', 'opponents-of-proxies', { patron: 'IRGC' }],
  ["who fought Iran's proxies in 2018", 'opponents-of-proxies', { patron: 'Iran', during: '2018' }],
  ['WHO FOUGHT IRAN’S PROXIES', 'opponents-of-proxies', { patron: 'IRAN' }],
  ['clashes with proxies of Iran', 'opponents-of-proxies', { patron: 'Iran' }],
  ['who fought groups backed by Iran since 2018', 'opponents-of-proxies', { patron: 'Iran', during: '2018/..' }],
  ['enemies of Russian proxies', 'opponents-of-proxies', { patron: 'Russian' }],
  ["please tell me who has been fighting Russia's proxy forces", 'opponents-of-proxies', { patron: 'Russia' }],
  ['whom have IRGC proxies fought', 'opponents-of-proxies', { patron: 'IRGC' }],
  ['who has clashed with Iran or its proxies', 'opponents-of-side', { patron: 'Iran' }],
  ['who has clashed with ISIS', 'opponents', { actor: 'ISIS' }],
  ['who is fighting ISIS', 'opponents', { actor: 'ISIS' }],
  ["opponents of Assad's \"National Guard\"", 'opponents', { actor: "Assad's \"National Guard\"" }],
  ['who backs Hezbollah', 'backers', { actor: 'Hezbollah' }],
  ['Who is behind the Fifth Corps??', 'backers', { actor: 'Fifth Corps' }],
  ["who's backing Lebanese Hezbollah", 'backers', { actor: 'Lebanese Hezbollah' }],
  ['backers of the Fatimiyoun Brigade', 'backers', { actor: 'Fatimiyoun Brigade' }],
  ['whom does Russia back', 'proxies', { patron: 'Russia' }],
  ['proxies of Russia', 'proxies', { patron: 'Russia' }],
  ['Russia’s proxies', 'proxies', { patron: 'Russia' }],
  ['who are the proxies of Iran as known on 2026-01-01', 'proxies', { patron: 'Iran', knownOn: '2026-01-01' }],
  ['the whole network of Iran', 'network', { patron: 'Iran' }],
  ["Iran's network", 'network', { patron: 'Iran' }],
  ['who leads the Fourth Division?', 'commanders', { actor: 'Fourth Division' }],
  ['who commands the 4th Division', 'commanders', { actor: '4th Division' }],
  ["IRGC's commanders", 'commanders', { actor: 'IRGC' }],
  ['who is the commander of the Fifth Corps', 'commanders', { actor: 'Fifth Corps' }],
  ['who was in charge of the Fourth Division before June 2019', 'commanders', { actor: 'Fourth Division', during: '../2019-05' }],
  ['what does Ghiath Dallah command', 'commands', { commander: 'Ghiath Dallah' }],
  ['which units did Ali Mahmoud lead', 'commands', { commander: 'Ali Mahmoud' }],
  ['who is allied with Russia', 'allies', { actor: 'Russia' }],
  ["the Assad regime's allies", 'allies', { actor: 'Assad regime' }],
  ['allies who fought', 'allies-who-fought', {}],
  ['which allies have fought each other', 'allies-who-fought', {}],
  ['infighting among allies', 'allies-who-fought', {}],
  ['has Russia fought its allies', 'allies-who-fought', { party: 'Russia' }],
  ['which proxies of the Assad regime have fought each other', 'co-proxies', { patron: 'Assad regime' }],
  ["have Iran's proxies fought each other", 'co-proxies', { patron: 'Iran' }],
  ['who has fought both Iran and the Assad regime', 'common-opponents', { a: 'Iran', b: 'Assad regime' }],
  ['common enemies of Russia and Iran', 'common-opponents', { a: 'Russia', b: 'Iran' }],
  ['how are Russia and ISIS connected', 'connection', { a: 'Russia', b: 'ISIS' }],
  ['path from Russia to ISIS', 'connection', { a: 'Russia', b: 'ISIS' }],
  ['how is Wasim Masalmeh linked to Russia?', 'connection', { a: 'Wasim Masalmeh', b: 'Russia' }],
  ['did Russia clash with Iran', 'fights-between', { a: 'Russia', b: 'Iran' }],
  ['what is disputed', 'disputed', {}],
  ['rival accounts of the Fourth Division', 'disputed', { party: 'Fourth Division' }],
  ['what happened in Albukamal', 'happened', { where: 'Albukamal' }],
  ['what happened in البوكمال in 2018', 'happened', { where: 'البوكمال', during: '2018' }],
  ['what happened in 2018', 'happened-during', { during: '2018' }],
  ['In November 2018, what happened?', 'happened-during', { during: '2018-11' }],
  ['who is present at Al-Tanf', 'present', { where: 'Al-Tanf' }],
  ['what does The Schpiel say?', 'article', { article: 'Schpiel' }],
  ['what is known about the Radwan Brigade', 'known', { party: 'Radwan Brigade' }],
  ['tell me about Maher al-Assad', 'known', { party: 'Maher al-Assad' }],
  ['where has the 313 Brigade been', 'places', { actor: '313 Brigade' }],
  ['units of the Republican Guard', 'parts', { actor: 'Republican Guard' }],
];

/** Must not be taken for any question: what they say beyond the known wordings would be lost. */
const NOT_UNDERSTOOD = [
  '', '?', 'who', 'Albukamal', 'Iran', 'who sells oil to ISIS', 'who has not clashed with IRGC proxies', 'who never fought Iran', 'why did Russia fight Iran', 'how many fighters does ISIS have', 'who has clashed with IRGC proxies but not ISIS',
  'which allies of the regime have fought each other', 'proxies', 'when was Hezbollah founded', 'who has clashed with', 'who will win', 'who attacked first and who backed them', 'in 2018', 'compare Iran and Russia', 'who finances what Iran does', 'who has only fought Iran and never Russia',
  '<script>alert(1)</script>', 'which proxies of Iran have fought ISIS',
];

describe('the grammar of questions', () => {
  test.each(UNDERSTOOD)('understands: %s', (typed, question, slots) => {
    expect(understand(typed)[0]).toEqual({ question, slots });
  });

  test.each(NOT_UNDERSTOOD)('does not understand: %s', (typed) => {
    expect(understand(typed)).toEqual([]);
    expect(nearest(typed).length).toBeGreaterThanOrEqual(3);
  });

  test('cuts a place off in every way, the whole name first', () => {
    const readings = understand('who has clashed with Pro-Iranian militias in southern Syria near Daraa in 2018');
    expect(readings[0]).toEqual({ question: 'opponents', slots: { actor: 'Pro-Iranian militias in southern Syria near Daraa', during: '2018' } });
    expect(readings).toContainEqual({ question: 'opponents', slots: { actor: 'Pro-Iranian militias in southern Syria', near: 'Daraa', during: '2018' } });
    expect(understand('clashes with proxies of Iran near Albukamal between 2018 and 2019')).toContainEqual({ question: 'opponents-of-proxies', slots: { patron: 'Iran', near: 'Albukamal', during: '2018/2019' } });
    expect(understand("who fought Iran's proxies since 2018 around the city of Daraa")).toContainEqual({ question: 'opponents-of-proxies', slots: { patron: 'Iran', near: 'city of Daraa', during: '2018/..' } });
  });

  test('tries every split of names that hold an "and"', () => {
    const readings = understand('who has fought both Security and Military Committee in Deir ez-Zor and Iran');
    expect(readings).toContainEqual({ question: 'common-opponents', slots: { a: 'Security and Military Committee in Deir ez-Zor', b: 'Iran' } });
    expect(readings).toContainEqual({ question: 'common-opponents', slots: { a: 'Security', b: 'Military Committee in Deir ez-Zor and Iran' } });
    expect(understand('who fought Security and Military Committee')[0]).toEqual({ question: 'opponents', slots: { actor: 'Security and Military Committee' } });
  });

  test('"Iran-backed" and "Iranian" are read as names first, as Iran after', () => {
    expect(understand('who fought Iran-backed groups').map(({ question, slots }) => [question, slots])).toEqual([['opponents', { actor: 'Iran-backed groups' }], ['opponents-of-proxies', { patron: 'Iran' }]]);
    expect(understand('Iranian proxies')).toEqual([{ question: 'proxies', slots: { patron: 'Iranian' } }, { question: 'proxies', slots: { patron: 'Iran' } }]);
  });

  test('every question is understood by its own sentence', () => {
    const values: Record<string, string> = { patron: 'Iran', actor: 'ISIS', party: 'ISIS', commander: 'Ghiath Dallah', where: 'Daraa', article: 'The Schpiel', a: 'Russia', b: 'Iran', during: '2018' };
    for (const question of QUESTIONS) {
      const slots = Object.fromEntries(question.slots.map(({ name }) => [name, values[name] ?? '']));
      const sentence = sentenceOf(question, slots, (_, value) => value);
      expect([sentence, understand(sentence)[0]?.question]).toEqual([sentence, question.key]);
      const clauses = Object.fromEntries(question.clauses.map(({ slot }) => [slot.name, slot.kind === 'period' ? '2018/2019' : slot.kind === 'day' ? '2026-01-01' : slot.kind === 'place' ? 'Albukamal' : 'Hezbollah']));
      delete clauses.party;
      const asked = { ...slots, ...clauses };
      const full = sentenceOf(question, asked, (slot, value) => (slot.kind === 'period' ? periodInWords(value) : value));
      expect([full, understand(full)]).toEqual([full, expect.arrayContaining([{ question: question.key, slots: question.key === 'article' ? { ...asked, article: 'Schpiel' } : asked }])]);
    }
  });

  test.each([
    ['who has clashed with proxies of', 'opponents-of-proxies', 'patron', ''],
    ['who has clashed with proxies of Ir', 'opponents-of-proxies', 'patron', 'Ir'],
    ['who backs Hez', 'backers', 'actor', 'Hez'],
    ['how are Iran and', 'connection', 'b', ''],
    ['how are Iran and Rus', 'connection', 'b', 'Rus'],
    ['what does The Sch', 'article', 'article', 'Sch'],
    ['who fought both Iran', 'common-opponents', 'a', 'Iran'],
  ])('is the beginning of a question: %s', (typed, question, open, text) => {
    expect(openings(typed)).toContainEqual(expect.objectContaining({ question, open, typed: text }));
  });

  test('unknown wording gets the questions that share its words', () => {
    expect(nearest('which fighters did the allies of Iran clash with', 3)).toContain('allies-who-fought');
    expect(nearest('Who is the boss commanding X', 3)).toContain('commanders');
    expect(nearest('proxy stuff', 3)).toContain('proxies');
    for (const key of nearest('zzz')) expect(questionOf(key)).toBeDefined();
  });

  test.each([
    ['2018', '2018'], ['in 2018', '2018'], ['2018–2019', '2018/2019'], ['2018-2019', '2018/2019'], ['2018 to 2019', '2018/2019'], ['2018–19', '2018/2019'], ['between 2018 and 2019', '2018/2019'], ['from June 2018 to May 2019', '2018-06/2019-05'],
    ['between June and August 2018', '2018-06/2018-08'], ['since 2018', '2018/..'], ['after 2018', '2019/..'], ['before 2019', '../2018'], ['before January 2019', '../2018-12'], ['after 31 December 2018', '2019-01-01/..'], ['until June 2019', '../2019-06'],
    ['June 2019', '2019-06'], ['Sept. 2019', '2019-09'], ['2018-11-05', '2018-11-05'], ['5 November 2018', '2018-11-05'], ['November 5th, 2018', '2018-11-05'], ['on the 5th of November 2018', '2018-11-05'], ['2018-06/2019-06', '2018-06/2019-06'], ['2018-06/..', '2018-06/..'],
    ['since 2018 onwards', '2018/..'], ['2018-06', '2018-06'],
    ['2019 to 2018', null], ['31 June 2018', null], ['2018-13', null], ['last year', null], ['June', null], ['Iran', null], ['since', null], ['', null], ['2018 and Iran', null],
  ])('period: %s → %s', (words, edtf) => {
    expect(parsePeriod(words)).toBe(edtf);
    if (edtf !== null) expect(parsePeriod(periodInWords(edtf))).toBe(edtf);
  });

  test('a day is the last that its words can mean', () => {
    expect([parseDay('2020'), parseDay('February 2020'), parseDay('2020-03-04'), parseDay('soon')]).toEqual(['2020-12-31', '2020-02-29', '2020-03-04', null]);
  });
});
