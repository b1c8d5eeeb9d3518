import { batch, computed, effect, signal } from '@preact/signals';
import { ApiError, ask } from '../api/client';
import { NetworkClaimsDocument, NetworkDocument, StartDocument, type ClaimType, type StartQuery } from '../api/generated/documents';
import { begin, goTo, take } from '../model/history';
import { claimKey, incidentsOf, NOTHING, show, type Claim, type Network, type Tie, type TypeRule } from '../model/network';
import { MOST_CLAIMS, networkVariables } from '../model/query';
import { FIRST_VIEW, MOST_PARTIES, NO_FILTERS, type View } from '../model/view';
import { announce } from './announcer';
import { keepTrying } from './keep-trying';

/** The steps taken; the view on show is one of them. */
export const history = signal(begin(FIRST_VIEW));
export const view = computed<View>(() => history.value.steps[history.value.at]?.view ?? FIRST_VIEW);
export const canUndo = computed(() => history.value.at > 0);
export const canRedo = computed(() => history.value.at < history.value.steps.length - 1);

/** What the page needs before anything is drawn; null until it is there. */
export const start = signal<StartQuery | null>(null);
export const rules = computed(() => new Map<ClaimType, TypeRule>((start.value?.claimTypes ?? []).map((rule) => [rule.type, rule])));
const hostile = computed(() => new Set<ClaimType>((start.value?.claimTypes ?? []).filter((rule) => rule.hostile).map(({ type }) => type)));

/** The network of the view, as last told; what was there stays until the next is there. */
export const network = signal<Network>(NOTHING);
/** The passages behind it, as far as they were fetched, and how many there are. */
export const passages = signal<{ claims: Claim[]; total: number }>({ claims: [], total: 0 });
export const loading = signal(true);
/** Why the page does not show what was asked for; null if it does. */
export const problem = signal<ApiError | null>(null);

const filtered = computed(() => JSON.stringify(view.value.filters) !== JSON.stringify(NO_FILTERS));
/** With a filter set, parties without a tie that passes it would only be in the way. */
export const shown = computed(() => show(network.value, view.value.hidden, Math.max(view.value.filters.minDegree, filtered.value ? 1 : 0), hostile.value));
export const parties = computed(() => new Map(network.value.nodes.map((node) => [node.party.id, node])));
export const ties = computed(() => new Map(network.value.ties.map((tie) => [tie.id, tie])));

const tieByClaimKey = computed(() => new Map(shown.value.ties.map((tie) => [keyOf(tie.type, tie.source.id, tie.target.id), tie])));
/** The passages whose tie is on show. */
export const shownClaims = computed(() => passages.value.claims.filter((claim) => tieByClaimKey.value.has(keyOf(claim.type, claim.subject.id, claim.object.id))));
export const shownIncidents = computed(() => incidentsOf(shownClaims.value));

/** The tie on show that a claim stands behind. */
export function tieOfClaim({ type, subject, object }: Pick<Claim, 'type' | 'subject' | 'object'>): Tie | undefined {
  return tieByClaimKey.value.get(keyOf(type, subject.id, object.id));
}

function keyOf(type: ClaimType, one: string, other: string): string {
  return claimKey(type, one, other, rules.peek().get(type)?.directed ?? true);
}

/** Takes a step: the view with `patch`, under a name for the list of steps. With `merges`, steps of the same name in a row count as one. */
export function change(label: string, patch: Partial<View>, merges = false): void {
  const next = { ...view.peek(), ...patch };
  if (JSON.stringify(next) === JSON.stringify(view.peek())) return;
  history.value = take(history.peek(), label, next, merges);
}

export function undo(): void {
  const { at, steps } = history.peek();
  if (at === 0) return announce('Nothing to undo.');
  goToStep(at - 1);
  announce(`Undone: ${steps[at]?.label ?? ''}`);
}

export function redo(): void {
  const { at, steps } = history.peek();
  if (at === steps.length - 1) return announce('Nothing to redo.');
  goToStep(at + 1);
  announce(`Done again: ${steps[at + 1]?.label ?? ''}`);
}

export function goToStep(at: number): void {
  history.value = goTo(history.peek(), at);
}

interface Kept {
  network: Network;
  passages: { claims: Claim[]; total: number } | null;
}

/** Networks told before, by what was asked: undo and redo need not ask again. A graph that changed is seen at the next load of the page, or at `reload`. */
const kept = new Map<string, Kept>();
const MOST_KEPT = 30;
let asking: AbortController | null = null;

/** Fetches what the view needs, whenever that changes. Call once; `reload` asks anew. */
export function followView(): void {
  const key = computed(() => JSON.stringify(networkVariables(view.value)));
  effect(() => {
    const wanted = key.value;
    if (start.value !== null) void load(wanted);
  });
}

export async function loadStart(): Promise<void> {
  await keepTrying(async () => {
    start.value = await ask(StartDocument, {});
    problem.value = null;
  }, tell);
}

export function reload(): void {
  kept.clear();
  if (start.peek() === null) void loadStart();
  else void load(JSON.stringify(networkVariables(view.peek())));
}

async function load(key: string): Promise<void> {
  asking?.abort();
  const mine = new AbortController();
  asking = mine;
  const before = kept.get(key);
  if (before?.passages) {
    batch(() => {
      network.value = before.network;
      passages.value = before.passages ?? { claims: [], total: 0 };
      loading.value = false;
      problem.value = null;
    });
    return;
  }
  loading.value = true;
  try {
    const variables = JSON.parse(key) as ReturnType<typeof networkVariables>;
    if ((variables.parties?.length ?? 0) > MOST_PARTIES) throw new ApiError('refused', 'TOO_MUCH', `${variables.parties?.length} parties are more than fit; ${MOST_PARTIES} do. Hide some, or undo the last step.`);
    await keepTrying(async () => {
      const told = (await ask(NetworkDocument, variables, mine.signal)).network;
      batch(() => {
        network.value = told;
        problem.value = null;
      });
      remember(key, { network: told, passages: null });
      const { claims } = (await ask(NetworkClaimsDocument, { ...variables, first: MOST_CLAIMS }, mine.signal)).network;
      const found = { claims: claims.nodes, total: claims.totalCount ?? claims.nodes.length };
      passages.value = found;
      remember(key, { network: told, passages: found });
    }, tell, mine.signal);
  } catch (error) {
    if (mine.signal.aborted) return;
    tell(error);
  }
  if (asking === mine) loading.value = false;
}

function remember(key: string, value: Kept): void {
  kept.delete(key);
  kept.set(key, value);
  const oldest = kept.keys().next().value;
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}

function tell(error: unknown): void {
  // A defect of the page: the console helps to mend it.
  if (!(error instanceof ApiError)) console.error(error);
  problem.value = error instanceof ApiError ? error : new ApiError('fault', 'PAGE_FAULT', 'Something went wrong on this page. Loading it again may help.');
  announce(problem.value.message);
}

/** How many parties fit beside those on show. */
export function room(): number {
  return MOST_PARTIES - (view.peek().parties?.length ?? network.peek().nodes.length);
}
