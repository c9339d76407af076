/** The files of a scenario that somebody wrote, kept on this device as they were given, to be checked anew each time. */
const KEY = "onbypass.ownScenario";

export interface KeptFile {
  readonly name: string;
  readonly text: string;
}

export function keptFiles(): readonly File[] {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]") as readonly KeptFile[];
    return kept.map(({ name, text }) => new File([text], name));
  } catch {
    return []; // nothing kept here, or not by us
  }
}

/** False where the page may keep nothing, or not so much: they last as long as the page. */
export async function keepFiles(files: readonly File[]): Promise<boolean> {
  const kept = await Promise.all(
    files.map(async (file): Promise<KeptFile> => ({ name: file.name, text: await file.text() })),
  );
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
    return true;
  } catch {
    forgetFiles();
    return false;
  }
}

export function forgetFiles(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // nothing was kept
  }
}
