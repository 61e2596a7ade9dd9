/** A browser's cookies: takes `Set-Cookie` values, answers with the headers of the next request. */
export class Device {
  readonly #cookies = new Map<string, string>()

  take(setCookies: string[]): this {
    for (const line of setCookies) {
      const [pair, ...attributes] = line.split('; ')
      const [name, ...value] = pair!.split('=')
      if (attributes.some((attribute) => attribute.toLowerCase() === 'max-age=0')) this.#cookies.delete(name!)
      else this.#cookies.set(name!, value.join('='))
    }
    return this
  }

  get headers(): Headers {
    return new Headers({ cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') })
  }

  /** The same cookies under other names. */
  renamed(rename: (name: string) => string): Headers {
    return new Headers({ cookie: [...this.#cookies].map(([name, value]) => `${rename(name)}=${value}`).join('; ') })
  }
}
