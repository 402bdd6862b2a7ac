const name = 'fire-marshal:single-keys';
// Where the browser keeps nothing, at least this page does.
let chosen: boolean | null = null;

/** Whether a letter, a number or a sign alone is a command; for the whole site. */
export function hasSingleKeys(): boolean {
  try {
    return chosen ?? localStorage.getItem(name) !== 'off';
  } catch {
    return true;
  }
}

/** Whoever speaks to their computer turns them off: a spoken word is a row of keys. */
export function useSingleKeys(isOn: boolean): void {
  chosen = isOn;
  try {
    if (isOn) localStorage.removeItem(name);
    else localStorage.setItem(name, 'off');
  } catch {
    // `chosen` has it.
  }
}
