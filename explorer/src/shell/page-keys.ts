/** Keys that work anywhere on the page. */
export function onPageKey(_event: KeyboardEvent): void {}
