/**
 * One writer per run: the Web Lock is held until this worker goes. Where there are no locks (plain
 * HTTP on a local network) the answer is yes.
 */
const PATIENCE_MS = 1500; // a reloaded page may ask before its old worker has let go

export async function takeWriterLock(recordingId: string): Promise<boolean> {
  const { locks } = navigator;
  if (locks === undefined) return true;
  return new Promise((resolve) => {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
    locks
      .request(`onbypass-run-${recordingId}`, { signal: patience.signal }, () => {
        clearTimeout(timer);
        resolve(true);
        return new Promise(() => {}); // held for as long as the worker lives
      })
      .catch(() => resolve(false));
  });
}
