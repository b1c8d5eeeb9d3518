/** Every key of the page, for the help and for nothing else to forget. */
export const KEYS: { where: string; keys: [string, string][] }[] = [
  { where: 'Anywhere', keys: [['/', 'Search or ask'], ['?', 'This list'], ['Ctrl Z', 'Undo'], ['Ctrl Shift Z', 'Do again'], ['G', 'Go to the graph'], ['E', 'Go to the evidence'], ['T', 'Table on or off'], ['M', 'Map or graph'], ['F', 'Filters on or off'], ['R', 'Reports'], ['S', 'Share'], ['D', 'Take away'], ['Esc', 'Clear the selection; close what is open']] },
  { where: 'In the graph', keys: [['N  P', 'Next, previous party'], [']  [', 'Next, previous tie of the party'], ['Enter', 'Choose what to expand'], ['L', 'Draw a line around parties'], ['A', 'Select all parties'], ['H  Delete', 'Hide the selected'], ['K', 'Keep only the selected'], ['B', 'Bring back what is hidden'], ['←↑→↓', 'Move'], ['+  −  0', 'Zoom in, out, show all'], ['Shift click', 'Add to the selection']] },
  { where: 'In the table', keys: [['Enter', 'Select the row'], ['Shift Enter', 'Add the row to the selection']] },
];
