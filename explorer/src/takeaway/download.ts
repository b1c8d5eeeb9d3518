/** `fealty-claims-2026-11-25.csv`: today, where the reader is. */
export function fileName(what: string, extension: string, today = new Date()): string {
  const [year, month, day] = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((part) => String(part).padStart(2, '0'));
  return `fealty-${what}-${year}-${month}-${day}.${extension}`;
}

/** Hands the reader a file. */
export function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has to have begun to read it.
  setTimeout(() => URL.revokeObjectURL(address), 30_000);
}
