import { borders, bordersMissing, loadBorders } from './borders';
import { camera, size } from './map-state';
import { latitudeAt, scaleBar } from './mercator';

const SCALE_PX = 90;

/** What the symbols mean, how long a kilometre is, and whose borders these are. */
export function Legend(): preact.JSX.Element {
  const { height } = size.value;
  const { metres, pixels } = scaleBar(latitudeAt(height / 2, camera.value), camera.value.k, SCALE_PX);
  return (
    <div class="map-legend tiny">
      <SymbolKey />
      <p class="map-scale"><span style={{ width: `${Math.round(pixels)}px` }} aria-hidden="true" />{metres >= 1_000 ? `${(metres / 1_000).toLocaleString('en')} km` : `${metres} m`}</p>
      <p>
        {bordersMissing.value ? <>Borders could not be loaded. <button type="button" class="link" onClick={() => void loadBorders()}>Try again</button></> : borders.value === null ? 'Loading borders …' : 'Borders: Natural Earth'}
      </p>
    </div>
  );
}

/** What the symbols mean. */
export function SymbolKey(): preact.JSX.Element {
  return (
      <ul class="symbol-key tiny" aria-label="Symbols">
        <li><span class="dot event" aria-hidden="true" />incident or violence</li>
        <li><span class="dot" aria-hidden="true" />presence, control or departure</li>
        <li><span class="dot wide" aria-hidden="true" />within this circle</li>
      </ul>
  );
}
