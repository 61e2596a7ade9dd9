import type { SqliteStore } from '../store/sqlite.ts'
import { createHostAuth, type Passwords } from './auth.ts'
import { createHostAccounts, type HostAccounts } from './host-accounts.ts'
import { createHosts, type Hosts } from './hosts.ts'
import { createPasskeys, type Passkeys } from './passkeys.ts'
import { createPlayers, type Players } from './players.ts'
import { installationSecret } from './secret.ts'

/** Who somebody is. What they may do is decided in server/tournament/permissions.ts. */
export type Identity = Players & Hosts & HostAccounts & Passkeys

export type IdentityOptions = {
  store: SqliteStore
  /** Signs session cookies; made and kept in the store where it is not given. */
  secret?: string
  /** The address the world knows this server by: https switches Secure cookies on. Null on a local network. */
  publicUrl: string | null
  /** How passwords are hashed; scrypt where it is not given. */
  passwords?: Passwords
}

export async function createIdentity({ store, secret, publicUrl, passwords }: IdentityOptions): Promise<Identity> {
  const options = {
    adapter: store.adapter,
    secret: secret ?? (await installationSecret(store)),
    publicUrl,
    ...(passwords ? { passwords } : {}),
  }
  const hosts = createHostAuth(options)
  return {
    ...createPlayers(store, options),
    ...createHosts(store, hosts),
    ...createHostAccounts(store, hosts),
    ...createPasskeys(hosts, publicUrl),
  }
}
