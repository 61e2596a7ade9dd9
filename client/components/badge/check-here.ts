/**
 * Checks a badge's signature in the visitor's own browser, with the key that is published for it. Null where browsers
 * cannot: over plain HTTP they have no cryptography.
 */
export async function checkedHere(jws: string, keyAddress: string): Promise<boolean | null> {
  // Absent on pages that are not secure, whatever the types say.
  const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle
  if (!subtle) return null
  try {
    // The same server may go by another name in the credential than in the address bar.
    const response = await fetch(new URL(keyAddress).pathname)
    const { kty, crv, x, y } = (await response.json()) as JsonWebKey
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
    const key = await subtle.importKey('jwk', { kty, crv, x, y }, algorithm, false, ['verify'])
    const [header = '', payload = '', signature = ''] = jws.split('.')
    const signed = new TextEncoder().encode(`${header}.${payload}`)
    return await subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, bytesOf(signature), signed)
  } catch {
    return null
  }
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (sign) => sign.charCodeAt(0))
}
