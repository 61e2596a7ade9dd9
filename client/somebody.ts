import { formatList, t } from './i18n.svelte.ts'

/** What somebody is called who may have no name: it does not stand yet, or it is deleted. */
export const somebody = (name: string): string => name || t('wall.somebody')

/** The names of several, as a list in the page's language. */
export const namesOf = (people: readonly { name: string }[]): string =>
  formatList(people.map(({ name }) => somebody(name)))
