/**
 * Addresses of what is published, below the address at which others reach this server (`base`, without a slash at its
 * end). They are written into credentials, so they stay.
 */
export const addressesAt = (base: string) => ({
  issuer: `${base}/badges/issuer`,
  achievement: (id: string) => `${base}/badges/achievements/${id}`,
  image: (id: string) => `${base}/badges/achievements/${id}/image.png`,
  key: (kid: string) => `${base}/badges/keys/${kid}`,
  statusList: (list: number) => `${base}/badges/status/${list}`,
  credential: (id: string) => `${base}/badges/${id}`,
})
