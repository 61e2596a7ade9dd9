import { t } from './i18n.svelte.ts'
import { notices } from './notices.svelte.ts'

/** Copies text, and says whether it worked. */
export async function copy(text: string): Promise<void> {
  if (await isCopied(text)) notices.show(t('action.copied'), 'good')
  else notices.show(t('action.copyFailed'), 'warn')
}

/** Also where the clipboard's interface is closed to plain HTTP. */
async function isCopied(text: string): Promise<boolean> {
  if (window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      // Refused by the browser: the old way below may still do.
    }
  }
  const area = document.createElement('textarea')
  area.value = text
  area.style.cssText = 'position:fixed;opacity:0'
  const focused = document.activeElement
  // Inside an open dialog, where the focus may not leave it.
  const host = document.querySelector('[role=dialog]') ?? document.body
  host.append(area)
  area.select()
  const copied = document.execCommand('copy')
  area.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return copied
}
