export type HostRole = 'owner' | 'host'
export type HostAccount = { userId: string; role: HostRole; name: string }

export const isHostRole = (role: unknown): role is HostRole => role === 'owner' || role === 'host'
