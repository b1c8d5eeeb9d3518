import { createPortal, flushSync } from 'preact/compat';
import { useLayoutEffect } from 'preact/hooks';
import { fetchSheet, printing, sheet } from './printing';

/** The sheet lies beside the page, not in it, so that the page as a whole can be left out in print. */
let host: HTMLElement | null = null;

export function printHost(): HTMLElement {
  if (host === null) {
    host = document.createElement('div');
    host.className = 'print-host';
    document.body.append(host);
  }
  return host;
}

/** What is printed instead of the page; it is made when printing begins, and there is nothing of it before. Mount it once. */
export function PrintSheet(): preact.JSX.Element | null {
  useLayoutEffect(() => {
    printHost().dataset.mounted = '';
    const wait = window.requestIdleCallback ?? ((then: () => void) => setTimeout(then, 2_000));
    wait(() => void fetchSheet().catch(() => undefined));
    const begin = (): void => flushSync(() => void (printing.value = true));
    const end = (): void => void (printing.value = false);
    const media = window.matchMedia('print');
    const follow = ({ matches }: { matches: boolean }): void => (matches ? begin() : end());
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    media.addEventListener('change', follow);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
      media.removeEventListener('change', follow);
    };
  }, []);
  const Content = sheet.value;
  return Content !== null && printing.value ? createPortal(<Content />, printHost()) : null;
}
