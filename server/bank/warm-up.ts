/** What an unfamiliar editor is learnt on: everybody knows it, so that no round and no kit takes it. */
export const WARM_UP_ID = 'warm-up-hello'
