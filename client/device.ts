/** Small things this device remembers. Where storage is closed to us (private windows) they last as long as the page. */
const PREFIX = 'outdo.'
const fallback = new Map<string, string>()

export function remembered(name: string): string | undefined {
  try {
    return localStorage.getItem(PREFIX + name) ?? fallback.get(name)
  } catch {
    return fallback.get(name)
  }
}

/** Answers whether it will survive a reload. */
export function remember(name: string, value: string): boolean {
  try {
    localStorage.setItem(PREFIX + name, value)
    fallback.delete(name)
    return true
  } catch {
    fallback.set(name, value)
    return false
  }
}

export function forget(name: string): void {
  fallback.delete(name)
  try {
    localStorage.removeItem(PREFIX + name)
  } catch {
    // Nothing was kept there.
  }
}

/** Calls `heard` whenever another tab of this browser remembers something whose name begins with `start`. */
export function onRememberedElsewhere(start: string, heard: () => void): () => void {
  const listen = ({ key }: StorageEvent): void => {
    if (key?.startsWith(PREFIX + start)) heard()
  }
  addEventListener('storage', listen)
  return () => removeEventListener('storage', listen)
}

/** Names that begin with `start`. */
export function rememberedNames(start: string): string[] {
  const names = [...fallback.keys()].filter((name) => name.startsWith(start))
  try {
    for (let i = 0; i < localStorage.length; i++) {
      const key = localStorage.key(i)
      if (key?.startsWith(PREFIX + start)) names.push(key.slice(PREFIX.length))
    }
  } catch {
    // Only what the page itself holds.
  }
  return names
}

/** An id of our own that works over plain HTTP, where `crypto.randomUUID` is missing: 128 bits, as 22 letters. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')
}

/** What this browser calls itself, so that its tabs are known as one device. It says nothing about anybody. */
export function deviceId(): string {
  const known = remembered('device')
  if (known !== undefined) return known
  const made = newId()
  remember('device', made)
  return made
}
