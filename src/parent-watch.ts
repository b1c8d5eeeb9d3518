const LOOK_MS = 250;

/**
 * Calls `gone` when the process that started this one has ended. npm passes a SIGTERM on to the shell between it and us, and that shell ends without
 * passing it further; without this, ending `npm start` would leave the service behind.
 */
export function watchParent(gone: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, LOOK_MS);
  timer.unref();
}
