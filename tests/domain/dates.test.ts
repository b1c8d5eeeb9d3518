import fc from 'fast-check';
import { dateBounds } from '../../src/domain/dates';
import { instant, period } from '../../src/domain/period';

describe('dateBounds', () => {
  it.each([
    ['2018-12-05', '2018-12-05', '2018-12-05'],
    ['2018-11', '2018-11-01', '2018-11-30'],
    ['2018', '2018-01-01', '2018-12-31'],
    ['/2019-06-08', null, '2019-06-08'],
    ['2018-06-01/..', '2018-06-01', null],
    ['2018-11/2019-01', '2018-11-01', '2019-01-31'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['201X', '2010-01-01', '2019-12-31'],
  ])('%s runs from %s to %s', (edtf, earliest, latest) => {
    expect(dateBounds(edtf)).toEqual({ earliest, latest });
  });

  it.each(['XXXX-06-13', 'XXXX-06', 'XXXX-XX-XX', 'XXXX-02-29'])('%s invents no year', (edtf) => {
    expect(dateBounds(edtf)).toEqual({ earliest: null, latest: null });
  });

  it.each(['', 'June', '2018-13', '2018-02-30', 'XXXX-02-30', 'XXXX-13-01', '2019/2018', '../..', '13/06/2018'])('refuses %p', (text) => {
    expect(() => dateBounds(text)).toThrow();
  });

  it('gives a day its own bounds, whichever day', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }), (date) => {
        const day = date.toISOString().slice(0, 10);
        expect(dateBounds(day)).toEqual({ earliest: day, latest: day });
      }),
    );
  });
});

describe('instant', () => {
  it('takes a day to its end', () => expect(instant('2019-06-08', 'f')).toBe('2019-06-08T23:59:59.999Z'));
  it('keeps an instant', () => expect(instant('2019-06-08T12:00:00+03:00', 'f')).toBe('2019-06-08T09:00:00.000Z'));
  it.each(['2019', '2019-02-30', 'yesterday', '2019-06-08T25:00:00Z'])('refuses %s', (text) => {
    expect(() => instant(text, 'f')).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });
});

describe('period', () => {
  it.each(['XXXX-06-13', 'soon', '../..'])('refuses %s, which bounds nothing', (text) => {
    expect(() => period(text, 'f')).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });
});
