import type { TextsIn } from '#components/language/messages.ts'
import type { StoredHere } from '#lib/client/kept/storedHere.ts'

const MEGABYTE = 1024 * 1024
const GIGABYTE = 1024 * MEGABYTE

type Texts = TextsIn<'settings.offline'>

/** `under 0.1 MB`, `12.4 MB`, `310 MB`, `12 GB`. */
export function megabytes(t: Texts, bytes: number): string {
  if (bytes < MEGABYTE / 10) return t('tiny')
  const isLarge = bytes >= GIGABYTE
  const amount = bytes / (isLarge ? GIGABYTE : MEGABYTE)
  if (amount < 100) return t(isLarge ? 'gigabytes' : 'megabytes', { amount })
  return t(isLarge ? 'wholeGigabytes' : 'wholeMegabytes', { amount })
}

/** Says what of a workspace is here: "120 of 124 stories with their text (1.2 MB), 14 discussions, 3 files (2 MB)". */
export function contentsInWords(t: Texts, kept: StoredHere): string {
  if (kept.stories === 0 && kept.texts === 0 && kept.files === 0) return t('nothing')
  const parts = [
    t('texts', {
      texts: kept.texts,
      // Of a story that has left the lists the text may still be here.
      stories: Math.max(kept.stories, kept.texts),
      size: megabytes(t, kept.textBytes),
    }),
    kept.discussions > 0 && t('discussions', { count: kept.discussions }),
    kept.files > 0 && t('files', { count: kept.files, size: megabytes(t, kept.fileBytes) }),
  ]
  return parts.filter((part) => part !== false).join(', ')
}
