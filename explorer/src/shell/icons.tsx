/** The page's few icons, drawn on a 20 × 20 grid in the colour of the text beside them. Each stands beside words or in a button that has a name, so it says nothing itself. */
const PATHS = {
  undo: 'M8 5 4 9l4 4M4 9h8a4 4 0 0 1 0 8h-2',
  redo: 'm12 5 4 4-4 4M16 9H8a4 4 0 0 0 0 8h2',
  share: 'M14 7a2 2 0 1 0 0-.01M6 12a2 2 0 1 0 0-.01M14 17a2 2 0 1 0 0-.01M7.8 11l4.6-3M7.8 13l4.6 3',
  download: 'M10 4v9m-4-4 4 4 4-4M4 16h12',
  report: 'M5 3h7l3 3v11H5zM12 3v3h3M7.500 9.500h5M7.500 12h5M7.500 14.500h3',
  help: 'M7.5 7.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1 1-1.1 1.8M10 14.6v.2',
  history: 'M10 6v4l3 2M4 10a6 6 0 1 0 2-4.5L4 7M4 3.5V7h3.5',
  sun: 'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M10 2v2M10 16v2M2 10h2M16 10h2M4.3 4.3l1.4 1.4M14.3 14.3l1.4 1.4M15.7 4.3l-1.4 1.4M5.7 14.3l-1.4 1.4',
  moon: 'M15.5 12A6.5 6.5 0 0 1 8 4.5 6.5 6.5 0 1 0 15.5 12',
  close: 'm5 5 10 10M15 5 5 15',
  filter: 'M3 5h14l-5.5 6.5V16l-3-1.5v-3z',
  table: 'M3 5h14v10H3zM3 9h14M9 5v10',
  map: 'm3 6 4.5-2 5 2L17 4v10l-4.500 2-5-2L3 16zM7.500 4v10M12.500 6v10',
  graph: 'M5 6a1.600 1.600 0 1 0 0-.01M15 8a1.600 1.600 0 1 0 0-.01M8 15a1.600 1.600 0 1 0 0-.01M6.500 6.300l7 1.500M5.500 7.500l2 6M14 9.300l-5 4.700',
  plus: 'M10 4v12M4 10h12', minus: 'M4 10h12', fit: 'M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4',
  lasso: 'M10 4c4 0 7 1.800 7 4.500S14 13 10 13 3 11.200 3 8.500 6 4 10 4M6.500 12.500c-1 1.500 0 3 1.500 3.500',
  eye: 'M3 10s2.500-4.500 7-4.500S17 10 17 10s-2.500 4.500-7 4.500S3 10 3 10M10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  hide: 'M3 10s2.500-4.500 7-4.500S17 10 17 10s-2.500 4.500-7 4.500S3 10 3 10M4 16 16 4',
  path: 'M4 15a1.600 1.600 0 1 0 0-.01M16 5a1.600 1.600 0 1 0 0-.01M5.500 15H10V5h4.500',
  expand: 'M10 10 4 4m0 4V4h4M10 10l6 6m0-4v4h-4', collapse: 'M4 4l5 5m0-4v4H5M16 16l-5-5m0 4v-4h4',
  pin: 'M8 3h4l-.500 5 2.500 2.500H6L8.500 8zM10 10.500V17', copy: 'M7 7h9v9H7zM4 13V4h9', check: 'm4 10 4 4 8-9', search: 'M9 4a5 5 0 1 0 0 10A5 5 0 0 0 9 4M13 13l4 4', up: 'm5 12 5-5 5 5', down: 'm5 8 5 5 5-5',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }): preact.JSX.Element {
  return <svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d={PATHS[name]} /></svg>;
}
