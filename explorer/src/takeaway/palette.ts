/** The colours of a picture's ground and words. Those of the page stand in its style sheet, where only a page of the same theme can read them; pictures are light unless the reader wants otherwise. */
export interface Palette {
  dark: boolean;
  page: string;
  text: string;
  faint: string;
  line: string;
  badge: string;
  accent: string;
}

export const LIGHT: Palette = { dark: false, page: '#fbfbf9', text: '#1c2430', faint: '#59616e', line: '#dcdcd5', badge: '#b42318', accent: '#b45309' };
export const DARK: Palette = { dark: true, page: '#14181f', text: '#e6e9ee', faint: '#a7b0be', line: '#303846', badge: '#d93a3f', accent: '#f5a524' };
export const PAPER: Palette = { ...LIGHT, page: '#ffffff' };

/** A colour with `share` of another in it. Both as #rrggbb. */
export function mixed(colour: string, other: string, share: number): string {
  const parts = [1, 3, 5].map((at) => Math.round(parseInt(colour.slice(at, at + 2), 16) * (1 - share) + parseInt(other.slice(at, at + 2), 16) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
