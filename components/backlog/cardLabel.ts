import type { TextsIn } from '#components/language/messages.ts'
import type { Story } from '#lib/domain/story.ts'

/** Says a card to whoever does not see it: "ST-42: Export. Size M. 3 days in Doing. Selected." */
export function cardLabel(
  t: TextsIn<'backlog'>,
  { key, title }: Pick<Story, 'key' | 'title'>,
  {
    size = null,
    age = null,
    unread = false,
    selected = false,
    pending = false,
    whyNot = null,
  }: {
    readonly size?: string | null | undefined
    /** How long it has been in its step; null: it is ready, and on no backlog. */
    readonly age?: string | null
    readonly unread?: boolean
    readonly selected?: boolean
    readonly pending?: boolean
    /** Why it cannot be taken. */
    readonly whyNot?: string | null
  },
): string {
  return [
    `${key ?? t('newStory')}: ${title}.`,
    size && t('card.size', { size }),
    age === null ? t('card.ready') : `${age}.`,
    unread && t('card.unread'),
    selected && t('card.selected'),
    pending && t('card.pending'),
    whyNot,
  ]
    .filter(Boolean)
    .join(' ')
}
