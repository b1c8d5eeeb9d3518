import { labelPlaces, nameCountries } from '../../explorer/src/map/labels';
import { fitted, latitudeAt, metresInPixels, scaleBar, together, toPixels, WORLD } from '../../explorer/src/map/mercator';
import { placesOf, symbolRadius, weight } from '../../explorer/src/map/places';
import { incidentsOf, type Claim, type NetworkNode } from '../../explorer/src/model/network';

const at = (latitude: number, longitude: number): { latitude: number; longitude: number } => ({ latitude, longitude });
const point = (latitude: number, longitude: number, precision = 1_000): { latitude: number; longitude: number; precision: number } => ({ latitude, longitude, precision });

describe('the projection', () => {
  const width = 700;
  const height = 500;

  it('shows all points when it fits them', () => {
    const points = [at(32.5, 36), at(36.2, 37.2), at(34.4, 40.9), at(33.9, 36.6)];
    const camera = fitted(points, width, height);
    for (const [x, y] of points.map((spot) => toPixels(spot, camera))) {
      expect(x).toBeGreaterThan(40);
      expect(x).toBeLessThan(width - 40);
      expect(y).toBeGreaterThan(20);
      expect(y).toBeLessThan(height - 40);
    }
    const [, north] = toPixels(at(36.2, 37.2), camera);
    const [, south] = toPixels(at(32.5, 36), camera);
    expect(north).toBeLessThan(south);
  });

  it('does not zoom into a single place without end, and shows the world for none', () => {
    expect(metresInPixels(50_000, 35, fitted([at(35, 40)], width, height).k)).toBeLessThan(height);
    const world = fitted([], width, height);
    expect(WORLD * world.k).toBeLessThan(width);
  });

  it('draws metres to scale: a degree of latitude is 111 km', () => {
    const camera = fitted([at(34, 36), at(36, 41)], width, height);
    const [, south] = toPixels(at(34.5, 38), camera);
    const [, north] = toPixels(at(35.5, 38), camera);
    expect(metresInPixels(111_195, 35, camera.k) / (south - north)).toBeCloseTo(1, 2);
    expect(latitudeAt(south, camera)).toBeCloseTo(34.5, 6);
  });

  it('has a scale of a round length that fits', () => {
    for (const k of [1, 7, 20, 333, 4_000]) {
      const { metres, pixels } = scaleBar(35, k, 90);
      expect(pixels).toBeLessThanOrEqual(90);
      expect(pixels).toBeGreaterThan(90 / 2.6);
      expect(String(metres)).toMatch(/^[125]0*$/);
    }
  });

  it('leaves out a place far from the rest at first, but not where all are far apart', () => {
    const syria = [at(32.5, 36), at(36.2, 37.2), at(34.4, 40.9), at(33.9, 36.6), at(35, 38)];
    expect(together([...syria, at(60.2, 24.9)])).toEqual(syria);
    const world = [at(35, 38), at(4, -70), at(48, 37), at(-2, 29), at(34, 69)];
    expect(together(world)).toEqual(world);
    expect(together([])).toEqual([]);
  });
});

describe('labels', () => {
  const measure = (text: string): number => text.length * 7;
  const map = { width: 300, height: 200 };

  it('neither overlap nor leave the map', () => {
    const requests = Array.from({ length: 14 }, (_, i) => ({ text: `Place number ${i}`, x: (i * 83) % 300, y: (i * 47) % 200, radius: 5, weight: 'normal' as const }));
    const placed = labelPlaces(requests, measure, 15, map);
    expect(placed.length).toBeGreaterThan(3);
    for (const { box } of placed) {
      expect(box.left >= 0 && box.right <= 300 && box.top >= 0 && box.bottom <= 200).toBe(true);
      expect(placed.filter(({ box: other }) => other !== box && box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom)).toEqual([]);
    }
  });

  it('of countries give way to whatever is there, and to wider countries', () => {
    const names = [{ text: 'Syria', x: 100, y: 100, room: 200 }, { text: 'Lebanon', x: 110, y: 100, room: 60 }, { text: 'Iraq', x: 250, y: 100, room: 100 }, { text: 'Liechtenstein', x: 50, y: 20, room: 5 }];
    expect(nameCountries(names, [{ left: 230, right: 280, top: 90, bottom: 110 }], measure, 14).map(({ text }) => text)).toEqual(['Syria']);
  });
});

describe('places', () => {
  const location = (id: string, where: ReturnType<typeof point> | null): NetworkNode => ({ hiddenTies: 0, sides: [], party: { __typename: 'Location', id, name: id, slug: id, locationKind: 'CITY', point: where, within: [{ id: 'syria', name: 'Syria' }] } });
  let made = 0;
  const claim = (patch: Partial<Claim>): Claim => ({
    id: `c${(made += 1)}`, slug: '', type: 'PRESENT_AT', summary: '', paragraph: 1, headline: false, stance: 'ASSERTED', status: 'LIVE', former: false, role: null, rank: null, standing: null, caveat: null, recordedAt: '', endedAt: null, rivalIds: [],
    date: null, place: null, article: { id: 'a', title: '', publisher: '', author: null, url: null, published: null }, attribution: [], independentOrigin: { id: 'o', name: 'o' }, incident: null, casualties: [],
    subject: { __typename: 'Actor', id: 'x', name: 'x' }, object: { __typename: 'Actor', id: 'y', name: 'y' }, ...patch,
  } as Claim);
  const incident = (id: string, place: Claim['place']): Claim['incident'] => ({ id, title: id, source: 'ARTICLES', date: null, place });
  const isViolent = ({ type }: Claim): boolean => type === 'CLASHED_WITH';

  it('gather incidents and passages, once each, and tell events from mere presence', () => {
    const town = { id: 'town', name: 'town', point: point(34, 40) };
    const claims = [
      claim({ type: 'CLASHED_WITH', place: town, incident: incident('fight', town) }),
      claim({ type: 'CLASHED_WITH', place: null, incident: incident('fight', town) }),
      claim({ object: { __typename: 'Location', id: 'base', name: 'base' } }),
      claim({ place: { id: 'base', name: 'base', point: null }, object: { __typename: 'Location', id: 'base', name: 'base' } }),
      claim({}),
    ];
    const { known, unknown, notStated } = placesOf([location('base', null), location('idle', point(35, 39))], claims, incidentsOf(claims), isViolent);
    expect(known.map((place) => [place.id, weight(place), place.hasEvent, place.isParty])).toEqual([['town', 3, true, false], ['idle', 0, false, true]]);
    // No position is taken from what it lies in.
    expect(unknown.map((place) => [place.id, weight(place), place.hasEvent, place.within, place.point])).toEqual([['base', 2, false, 'Syria', null]]);
    expect(notStated).toBe(1);
    expect(symbolRadius(known[0] as never)).toBeGreaterThan(symbolRadius(known[1] as never));
  });

  it('may be of any name', () => {
    const odd = { id: 'odd', name: '<script>alert(1)</script> البوكمال', point: point(0, 0) };
    expect(placesOf([], [claim({ place: odd })], [], isViolent).known[0]?.name).toBe(odd.name);
  });
});
