import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ServerClock } from '../../client/server-clock.svelte.ts'

const HERE = 1_000_000

describe('the server’s clock', () => {
  beforeEach(() => void vi.useFakeTimers({ now: HERE }))
  afterEach(() => void vi.useRealTimers())

  it('is this device’s until something was heard, and goes on by itself after that', () => {
    const clock = new ServerClock()
    expect(clock.now()).toBe(HERE)
    clock.heard(HERE + 5000)
    vi.setSystemTime(HERE + 200)
    expect(clock.now()).toBe(HERE + 5200)
  })

  it('is not put back by a message that was long on its way', () => {
    const clock = new ServerClock()
    clock.heard(HERE + 5000)
    clock.heard(HERE + 1000)
    expect(clock.now()).toBe(HERE + 5000)
  })

  it('forgets in time how early a message once came: a device’s own clock drifts', () => {
    const clock = new ServerClock()
    clock.heard(HERE + 5000)
    for (let n = 0; n < 12; n++) clock.heard(HERE + 4000)
    expect(clock.now()).toBe(HERE + 4000)
  })

  it('takes the first word of a new connection as it is', () => {
    const clock = new ServerClock()
    clock.heard(HERE + 5000)
    clock.startAnew()
    clock.heard(HERE - 3000)
    expect(clock.now()).toBe(HERE - 3000)
  })
})
