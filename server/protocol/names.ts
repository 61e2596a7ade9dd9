/**
 * What makes two names the same: rules and store compare names by this key, so that "Anna", "ANNA " and a full-width
 * "Ａｎｎａ" are one name on the wall.
 */
export const nameKey = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
