import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Input } from '#components/ui/Input.tsx'
import { findEmoji } from '#components/ui/emoji/findEmoji.ts'
import { isComposing } from '#components/ui/composing.ts'
import { EmojiGrid } from './EmojiGrid.tsx'

const SHOWN = 20

/** Looks for an emoji by its name; Enter takes the first one. */
export default function OtherEmoji({
  onChoose,
}: {
  readonly onChoose: (emoji: string) => void
}): ReactNode {
  const t = useTranslations('discussion')
  const [query, setQuery] = useState('')
  const wanted = query.trim().replaceAll(' ', '_')
  const found = wanted === '' ? [] : findEmoji(wanted, SHOWN)
  return (
    <>
      <Input
        aria-label={t('findEmoji')}
        placeholder={t('findHint')}
        className="mt-2"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          const [first] = found
          if (event.key !== 'Enter' || isComposing(event) || !first) return
          event.preventDefault()
          onChoose(first.emoji)
        }}
      />
      <EmojiGrid
        emoji={found.map(({ emoji }) => emoji)}
        names={found.map(({ name }) => name.replaceAll('_', ' '))}
        onChoose={onChoose}
      />
      {wanted !== '' && found.length === 0 ? (
        <p role="status" className="px-1 pt-1 text-label text-subtle">
          {t('noEmoji')}
        </p>
      ) : null}
    </>
  )
}
