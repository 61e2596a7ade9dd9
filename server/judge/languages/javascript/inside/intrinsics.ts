// Taken before the player's code runs, so that a replaced `JSON.parse` or `Array.prototype.push` fools only its owner.
export const { deleteProperty } = Reflect
const { apply, ownKeys, getOwnPropertyDescriptor } = Reflect

export const isArray = Array.isArray
const { stringify } = JSON
export const parse = JSON.parse
export const getPrototype = Object.getPrototypeOf
export const toText = String
export const isFinite = Number.isFinite
export const isInteger = Number.isInteger
export const isSafeInteger = Number.isSafeInteger
export const toBigInt = BigInt
export const isPromise = (value: unknown): value is Promise<unknown> => value instanceof PromiseOfOurs
const PromiseOfOurs = Promise

/** `method.call(self, …)` without looking at the method's own `call`. */
const uncurry =
  <S, A extends unknown[], R>(method: (this: S, ...args: A) => R) =>
  (self: S, ...args: A): R =>
    apply(method, self, args) as R

export const slice = uncurry(String.prototype.slice)
export const split = uncurry<string, [string], string[]>(String.prototype.split)
export const indexOf = uncurry(String.prototype.indexOf)
export const test = uncurry(RegExp.prototype.test)
export const exec = uncurry(RegExp.prototype.exec)
export const bigText = uncurry(BigInt.prototype.toString)
export const then = uncurry(Promise.prototype.then)

export const call = apply
export const keys = (value: object): string[] => {
  const found: string[] = []
  const all = ownKeys(value)
  for (let i = 0; i < all.length; i++) {
    const key = all[i]!
    if (typeof key === 'string' && getOwnPropertyDescriptor(value, key)?.enumerable === true) found[found.length] = key
  }
  return found
}

/** JSON text of a string. `toJSON` is asked of objects only, so nothing of the player's runs here. */
export const quote = (text: string): string => stringify(text)

/** JSON text of flat fields, made by hand: `JSON.stringify` would ask a polluted `Object.prototype.toJSON` first. */
export function fields(entries: [name: string, value: string | number | boolean | undefined][]): string {
  let text = ''
  for (let i = 0; i < entries.length; i++) {
    const name = entries[i]![0]
    const value = entries[i]![1]
    if (value === undefined) continue
    text += `${text === '' ? '' : ','}${quote(name)}:${typeof value === 'string' ? quote(value) : toText(value)}`
  }
  return `{${text}}`
}
