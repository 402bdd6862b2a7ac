/** Small texts under one name, kept by the browser, each by itself: two pages that write different ones undo nothing. */
export interface Cells {
  get(key: string): string | null;
  /** @param value Null takes it away. */
  set(key: string, value: string | null): void;
  /** Those whose key begins so, with the rest of their keys. */
  below(prefix: string): Map<string, string>;
  /** Why what is written is not kept; null where it is. */
  trouble(): 'full' | 'none' | null;
}

/** @param storage Null where the browser gives none; everything is then kept by the page alone. */
export function cellsIn(storage: Storage | null, name: string): Cells {
  // What could not be kept, so that at least this page still has it.
  const unkept = new Map<string, string>();
  let full = false;
  const stored = (key: string): string | null => storage?.getItem(name + key) ?? null;
  return {
    get: (key) => unkept.get(key) ?? stored(key),
    set(key, value) {
      if (value === null) {
        unkept.delete(key);
        storage?.removeItem(name + key);
        return;
      }
      try {
        if (storage === null) throw new Error('There is no storage.');
        storage.setItem(name + key, value);
        unkept.delete(key);
        full = unkept.size > 0;
      } catch {
        unkept.set(key, value);
        full = true;
      }
    },
    below(prefix) {
      const found = new Map<string, string>();
      for (let at = 0; storage !== null && at < storage.length; at += 1) {
        const key = storage.key(at);
        const value = key?.startsWith(name + prefix) ? storage.getItem(key) : null;
        if (key !== null && value !== null) found.set(key.slice(name.length + prefix.length), value);
      }
      for (const [key, value] of unkept)
        if (key.startsWith(prefix)) found.set(key.slice(prefix.length), value);
      return found;
    },
    trouble: () => (storage === null ? 'none' : full ? 'full' : null),
  };
}

export function browserStorage(): Storage | null {
  try {
    const probe = 'fire-marshal:probe';
    localStorage.setItem(probe, '');
    localStorage.removeItem(probe);
    return localStorage;
  } catch (error) {
    // A full one can still be read, and room be made in it.
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? localStorage : null;
  }
}

/** Keys and values that were put away as JSON; what has another shape is left out. */
export function readPairs(text: string | null): [key: string, value: string][] {
  try {
    const all: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(all) ? all.filter(isPair) : [];
  } catch {
    return [];
  }
}

function isPair(value: unknown): value is [key: string, value: string] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}
