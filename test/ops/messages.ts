import players from '../../client/messages/en.json'

export const messages: Record<string, string> = players
