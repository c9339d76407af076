/** Whether the device asks for little traffic. Not every browser says. */
interface WithConnection {
  readonly connection?: { readonly saveData?: boolean };
}

export const wantsToSaveData = (): boolean =>
  (navigator as WithConnection).connection?.saveData === true;
