import { SmilePlus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { inAList } from '#components/language/pageLanguage.ts'
import { classes } from '#components/ui/classes.ts'
import { IconButton } from '#components/ui/IconButton.tsx'
import { Popover } from '#components/ui/Popover.tsx'
import { COMMON_EMOJI } from '#lib/domain/talk/emoji.ts'
import { EmojiGrid } from './EmojiGrid.tsx'

// The names of all emoji are many; without them the usual ones are still there.
const OtherEmoji = lazy(() =>
  import('./OtherEmoji.tsx').catch(() => ({ default: (): null => null })),
)

/** The reactions to a comment: each is pressed to join in, or to take one's own back. */
export function Reactions({
  reactions,
  me,
  nameOf,
  onReact,
}: {
  readonly reactions: Readonly<Record<string, readonly string[]>>
  readonly me: string
  readonly nameOf: (person: string) => string
  /** Null: this person may not react. */
  readonly onReact: ((emoji: string) => void) | null
}) {
  const t = useTranslations('discussion')
  const all = Object.entries(reactions)
  if (all.length === 0) return null
  return (
    <ul aria-label={t('reactions')} className="flex flex-wrap gap-1">
      {all.map(([emoji, users]) => {
        const mine = users.includes(me)
        const who = inAList(users.map(nameOf))
        return (
          <li key={emoji}>
            <button
              type="button"
              aria-pressed={mine}
              aria-label={`${emoji} ${users.length}: ${who}`}
              title={who}
              aria-disabled={onReact === null}
              onClick={() => onReact?.(emoji)}
              className={classes(
                'inline-flex h-6 items-center gap-1 rounded-full border px-2 text-label tabular-nums coarse:h-11 coarse:min-w-11',
                mine ? 'border-accent bg-selected text-accent-text' : 'text-muted hover:bg-hover',
              )}
            >
              <span aria-hidden>{emoji}</span>
              <span aria-hidden>{users.length}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** What is used most, and every other emoji by its name. */
export function ReactionPicker({ onReact }: { readonly onReact: (emoji: string) => void }) {
  const t = useTranslations('discussion')
  const [isOpen, setOpen] = useState(false)
  const choose = (emoji: string) => {
    onReact(emoji)
    setOpen(false)
  }
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      title={t('react')}
      className="w-64 p-2"
      trigger={
        <IconButton label={t('react')} size="small">
          <SmilePlus aria-hidden size={14} />
        </IconButton>
      }
    >
      <EmojiGrid emoji={COMMON_EMOJI} onChoose={choose} />
      <Suspense fallback={<div className="h-control" />}>
        <OtherEmoji onChoose={choose} />
      </Suspense>
    </Popover>
  )
}
