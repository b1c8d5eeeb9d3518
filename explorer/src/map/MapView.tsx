/** Places and incidents on a map. Loaded when it is first opened. */
export default function MapView(): preact.JSX.Element {
  return <div class="map" />;
}
