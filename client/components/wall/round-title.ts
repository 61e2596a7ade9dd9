import { said, t } from '../../i18n.svelte.ts'

/** `Round 2 of 3`, and the round's own name where it has one. */
export function roundTitle({ name, position }: { name: string; position: number }, of: number): string {
  const plain = said(name) === t('plan.roundName', { position })
  return plain ? t('round.titlePlain', { position, of }) : t('round.titleNamed', { name, position, of })
}
