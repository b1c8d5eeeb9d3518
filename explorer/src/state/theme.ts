import { computed, effect, signal } from '@preact/signals';
import type { Theme } from '../graph/stage';

const KEY = 'fealty.theme';
type Choice = 'light' | 'dark' | 'auto';

const system = window.matchMedia('(prefers-color-scheme: dark)');
const systemDark = signal(system.matches);
system.addEventListener('change', ({ matches }) => (systemDark.value = matches));

export const themeChoice = signal<Choice>(kept());
export const isDark = computed(() => (themeChoice.value === 'auto' ? systemDark.value : themeChoice.value === 'dark'));

/** The colours that the drawing shares with the page's style sheet. */
export const theme = computed<Theme>(() => {
  const dark = isDark.value;
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  return { dark, page: colour('--page'), text: colour('--text'), faint: colour('--faint'), badge: colour('--badge'), accent: colour('--accent') };
});

effect(() => {
  document.documentElement.dataset.theme = isDark.value ? 'dark' : 'light';
});

export function chooseTheme(choice: Choice): void {
  themeChoice.value = choice;
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // A browser that keeps nothing asks the system again next time.
  }
}

function kept(): Choice {
  try {
    const choice = localStorage.getItem(KEY);
    return choice === 'light' || choice === 'dark' ? choice : 'auto';
  } catch {
    return 'auto';
  }
}
