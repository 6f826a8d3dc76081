import { inAList } from '#components/language/pageLanguage.ts'
import type { TextsIn } from '#components/language/messages.ts'

/** What exists on this device alone. */
export interface Unsent {
  /** Changes that the server does not have yet. */
  readonly waiting: number
  /** Changes that it refused, and nobody has dismissed. */
  readonly refused: number
  /** Texts that were begun and not sent. */
  readonly drafts: number
}

/** What is asked before what this device keeps is removed. Whatever exists nowhere else is named (I5). */
export function clearQuestion(
  t: TextsIn<'settings.clear'>,
  { waiting, refused, drafts }: Unsent,
  isOffline: boolean,
): { readonly title: string; readonly description: string; readonly button: string } {
  const lost = [
    waiting > 0 && t('waiting', { count: waiting }),
    refused > 0 && t('refused', { count: refused }),
    drafts > 0 && t('drafts', { count: drafts }),
  ].filter((part) => part !== false)
  const again = isOffline ? t('offline') : t('comesBack')
  if (lost.length === 0) {
    return { title: t('ask'), description: `${t('allSaved')} ${again}`, button: t('button') }
  }
  const says = [t('lost', { parts: inAList(lost) }), waiting > 0 ? t('wait') : '', again]
  return {
    title: waiting > 0 ? t('waiting', { count: waiting }) : t('someHere'),
    description: says.filter((part) => part !== '').join(' '),
    button: waiting > 0 ? t('dropChanges', { count: waiting }) : t('drop'),
  }
}
