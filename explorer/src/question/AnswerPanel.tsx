/** What was answered to the question of the view, with its evidence. */
export function AnswerPanel(): preact.JSX.Element | null {
  return null;
}
