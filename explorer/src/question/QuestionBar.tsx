export function QuestionBar(): preact.JSX.Element {
  return <input type="search" aria-label="Search or ask" placeholder="Search, or ask: who has clashed with proxies of …" />;
}
