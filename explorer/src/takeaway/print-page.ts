import { createElement, render } from 'preact';
import { fetchSheet } from './printing';
import { printHost, PrintSheet } from './PrintSheet';

/** Prints what is on show, once its sheet can be made. */
export async function printPage(): Promise<void> {
  // Where the page has not mounted the sheet, it is mounted here.
  if (printHost().dataset.mounted === undefined) render(createElement(PrintSheet, null), document.createElement('div'));
  await fetchSheet();
  window.print();
}
