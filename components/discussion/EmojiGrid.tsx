import { useTranslations } from 'use-intl/react'
import { Button } from '#components/ui/Button.tsx'

/** Emoji to react with. `names` are said of them, where they are known. */
export function EmojiGrid({
  emoji,
  names,
  onChoose,
}: {
  readonly emoji: readonly string[]
  readonly names?: readonly string[]
  readonly onChoose: (emoji: string) => void
}) {
  const t = useTranslations('discussion')
  return (
    <div className="mt-1 grid grid-cols-4 gap-1">
      {emoji.map((one, index) => (
        <Button
          key={one}
          look="quiet"
          aria-label={t('reactWith', { emoji: one })}
          title={names?.[index]}
          className="px-0 text-body"
          onClick={() => onChoose(one)}
        >
          {one}
        </Button>
      ))}
    </div>
  )
}
