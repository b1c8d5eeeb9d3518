import { computed, effect, signal } from '@preact/signals';
import { ask } from '../api/client';
import { NetworkClaimsDocument } from '../api/generated/documents';
import type { Claim } from '../model/network';
import { MOST_CLAIMS, networkVariables } from '../model/query';
import { keepTrying } from '../state/keep-trying';
import { loading, passages, shownClaims, view } from '../state/store';

interface Fetched {
  key: string | null;
  claims: Claim[];
  total: number;
}

/** What the view would be made of without its period, as the variables to ask with; null while no period is set. */
const wanted = computed(() => {
  const { parties, limit, filters } = view.value;
  return filters.period === null ? null : JSON.stringify(networkVariables({ parties, limit, filters: { ...filters, period: null } }));
});

/** The passages of the view as it was before a period was set, or as fetched since: the axis must not shrink to what the brush leaves. */
const whole = signal<Fetched | null>(null);

/** The passages on the time axis: those on show, and while a period is set also those that it leaves out. */
export const claimsOnAxis = computed<Claim[]>(() => {
  if (wanted.value === null || whole.value === null) return shownClaims.value;
  const away = new Set(view.value.hidden);
  return whole.value.claims.filter(({ subject, object }) => !away.has(subject.id) && !away.has(object.id));
});

/** How many of the passages there are were fetched. */
export const fetchedOnAxis = computed(() => {
  const { claims, total } = wanted.value === null ? passages.value : (whole.value ?? passages.value);
  return { fetched: claims.length, total };
});

/** Keeps the axis in step with the view. Ends with the function it gives. */
export function followWholeSpan(): () => void {
  let asking: AbortController | null = null;
  const end = effect(() => {
    const key = wanted.value;
    if (key === null) {
      asking?.abort();
      if (!loading.value) whole.value = { key: null, ...passages.value };
      return;
    }
    if (whole.peek()?.key === key) return;
    asking?.abort();
    const mine = new AbortController();
    asking = mine;
    const work = async (): Promise<void> => {
      const { claims } = (await ask(NetworkClaimsDocument, { ...(JSON.parse(key) as ReturnType<typeof networkVariables>), first: MOST_CLAIMS }, mine.signal)).network;
      whole.value = { key, claims: claims.nodes, total: claims.totalCount ?? claims.nodes.length };
    };
    // The page tells of a service that is away where it fetches the view itself; the axis then keeps what it had.
    keepTrying(work, () => undefined, mine.signal).catch(() => undefined);
  });
  return () => {
    end();
    asking?.abort();
  };
}
