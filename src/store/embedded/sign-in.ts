export const USER = 'neo4j';

export function boltUri(port: number): string {
  return `bolt://127.0.0.1:${port}`;
}

/** Whether the database at that port lets us in. A port that answers may belong to another program, or to another home's database. */
export async function signIn(port: number, password: string): Promise<'in' | 'refused' | 'away'> {
  // Loaded here, not at the head: it takes a third of a second, and the database can be starting meanwhile.
  const { default: neo4j } = await import('neo4j-driver');
  const driver = neo4j.driver(boltUri(port), neo4j.auth.basic(USER, password), { connectionTimeout: 3_000, userAgent: 'fealty' });
  let timer: NodeJS.Timeout | undefined;
  // The driver has no read timeout of its own, and a listener that says nothing would hold us for ever.
  const deadline = new Promise<'away'>((resolve) => {
    timer = setTimeout(() => resolve('away'), 10_000);
  });
  try {
    return await Promise.race([driver.getServerInfo().then(() => 'in' as const), deadline]);
  } catch (error) {
    return /Security\./.test((error as { code?: string }).code ?? '') ? 'refused' : 'away';
  } finally {
    clearTimeout(timer);
    void driver.close().catch(() => undefined);
  }
}
