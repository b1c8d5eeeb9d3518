import { axisFor, bucketAt, bucketCount, bucketName, ticks } from '../../explorer/src/timeline/axis';
import { dayNumber, dayText } from '../../explorer/src/timeline/days';
import { height, histogram, placing, type Dated } from '../../explorer/src/timeline/histogram';
import { isWhole, movedBy, periodDays, periodOf, windowOf } from '../../explorer/src/timeline/period';

const day = (text: string): number => dayNumber(text) as number;

function claim(edtf: string | null, earliest: string | null = null, latest: string | null = null, type: Dated['type'] = 'PRESENT_AT', published: string | null = null): Dated {
  return { type, date: edtf === null ? null : { edtf, stated: null, earliest, latest }, article: { id: 'a', title: 't', publisher: 'p', author: null, url: null, published: published === null ? null : { edtf: published } } };
}

const none = (): boolean => false;

describe('the axis', () => {
  it.each([
    ['2018-01-05', '2018-02-10', 'day', 37],
    ['2017-12-01', '2018-12-31', 'month', 13],
    ['1989-01-01', '2023-12-31', 'year', 35],
    ['1000-06-01', '2018-01-01', 'decade', 102],
    ['0622-01-01', '9999-12-31', 'century', 94],
  ])('from %s to %s counts by %s', (first, last, unit, buckets) => {
    const axis = axisFor(day(first), day(last));
    expect([axis.unit, bucketCount(axis)]).toEqual([unit, buckets]);
    expect(bucketAt(axis, day(first))).toBe(0);
    expect(bucketAt(axis, day(last))).toBe(buckets - 1);
  });

  it('holds a single day', () => {
    const axis = axisFor(day('2020-02-29'), day('2020-02-29'));
    expect(bucketCount(axis)).toBe(1);
    expect(bucketName(axis, 0)).toBe('29 February 2020');
  });

  it('names its buckets, and never more of them than there is room for', () => {
    const months = axisFor(day('2017-12-01'), day('2019-06-08'));
    expect(bucketName(months, 1)).toBe('January 2018');
    expect(ticks(months, 8).map(({ text }) => text)).toEqual(['2018', 'Apr', 'Jul', 'Oct', '2019', 'Apr']);
    for (const most of [1, 2, 5, 12, 40]) expect(ticks(months, most).length).toBeLessThanOrEqual(Math.max(most, 1) + 1);
    expect(bucketName(axisFor(day('1989-01-01'), day('2023-12-31')), 29)).toBe('2018');
    expect(bucketName(axisFor(day('1000-06-01'), day('2018-01-01')), 101)).toBe('2010–2019');
  });
});

describe('the histogram', () => {
  it('counts a date within a bucket as one, shares out a wider one by days, and loses none', () => {
    const { axis, buckets, dated } = histogram([claim('2018-11-03', '2018-11-03', '2018-11-03', 'ATTACKED'), claim('2018', '2018-01-01', '2018-12-31'), claim('2018-11', '2018-11-01', '2018-11-30')], ({ type }) => type === 'ATTACKED');
    expect(axis?.unit).toBe('month');
    expect(buckets).toHaveLength(12);
    expect(buckets[10]).toEqual({ hostile: 1, other: 1, hostileSpread: 0, otherSpread: 30 / 365 });
    expect(buckets[0]).toEqual({ hostile: 0, other: 0, hostileSpread: 0, otherSpread: 31 / 365 });
    expect(buckets.reduce((sum, bucket) => sum + height(bucket), 0)).toBeCloseTo(3);
    expect(dated).toBe(3);
  });

  it('keeps apart what has no bucket, by why', () => {
    const found = histogram([claim('XXXX-06-13'), claim('XXXX-XX-XX'), claim(null), claim('/2018-12-06', null, '2018-12-06'), claim('2018-11', '2018-11-01', '2018-11-30')], none);
    expect(Object.entries(found.apart).map(([key, claims]) => [key, claims.length])).toEqual([['open', 1], ['yearless', 2], ['undated', 1]]);
    expect(placing({ edtf: null, stated: 'some time ago', earliest: null, latest: null }).kind).toBe('undated');
    // The known end of the open one is on the axis, though no bar is.
    expect(found.axis?.edges.at(-1)).toBeGreaterThan(day('2018-12-06'));
  });

  it('takes in the day an article came out, and marks it', () => {
    const found = histogram([claim('2018-11', '2018-11-01', '2018-11-30', 'PRESENT_AT', '2019-06-08'), claim(null, null, null, 'PRESENT_AT', '2019-06-08'), claim(null, null, null, 'PRESENT_AT', '2019')], none);
    expect(found.published.map(dayText)).toEqual(['2019-06-08']);
    expect(found.axis?.edges.at(-1)).toBe(day('2019-07-01'));
  });

  it('has no axis where nothing has a day', () => {
    expect(histogram([claim(null), claim('XXXX-05')], none).axis).toBeNull();
    expect(histogram([], none).axis).toBeNull();
  });
});

describe('the period', () => {
  const months = axisFor(day('2017-12-01'), day('2019-06-08'));

  it('is written no finer than the buckets, and read back as the same buckets', () => {
    expect(periodOf(months, { from: 6, to: 18 })).toBe('2018-06/2019-06');
    expect(periodOf(months, { from: 6, to: 6 })).toBe('2018-06');
    expect(periodOf(axisFor(day('1989-01-01'), day('2023-12-31')), { from: 0, to: 10 })).toBe('1989/1999');
    expect(periodOf(axisFor(day('2018-01-01'), day('2018-02-01')), { from: 3, to: 4 })).toBe('2018-01-04/2018-01-05');
    expect(periodOf(axisFor(day('1000-01-01'), day('2018-01-01')), { from: 100, to: 101 })).toBe('2000/2019');
    for (let from = 0; from < bucketCount(months); from += 1) {
      for (let to = from; to < bucketCount(months); to += 1) {
        const days = periodDays(periodOf(months, { from, to }));
        expect(days && windowOf(months, days)).toEqual({ from, to });
      }
    }
  });

  it('reads what others may have set, as far as it is plain', () => {
    expect(windowOf(months, periodDays('2018') as never)).toEqual({ from: 1, to: 12 });
    expect(windowOf(months, periodDays('2018-07-04') as never)).toEqual({ from: 7, to: 7 });
    expect(windowOf(months, periodDays('../2018-01') as never)).toEqual({ from: 0, to: 1 });
    expect(windowOf(months, periodDays('2019-01/') as never)).toEqual({ from: 13, to: 18 });
    expect(windowOf(months, periodDays('2025') as never)).toBeNull();
    for (const other of ['2018-21', '201X', 'XXXX-06', '2018~', '', '/', '../..', '2018/2019/2020', '2018-02-31', 'last year']) expect(periodDays(other)).toBeNull();
  });

  it('can be moved along the axis and not off it', () => {
    expect(movedBy(months, { from: 2, to: 4 }, -5)).toEqual({ from: 0, to: 2 });
    expect(movedBy(months, { from: 2, to: 4 }, 99)).toEqual({ from: 16, to: 18 });
    expect(isWhole(months, { from: 0, to: 18 })).toBe(true);
    expect(isWhole(months, { from: 1, to: 18 })).toBe(false);
  });
});
