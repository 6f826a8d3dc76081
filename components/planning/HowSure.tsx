import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import type { Room } from '#components/live/room.ts'
import { Segmented } from '#components/ui/Segmented.tsx'
import { type Confidence, CONFIDENCES } from '#lib/domain/sessions/ballot.ts'
import { castSize } from './roomActions.ts'

/** How sure somebody is of their vote, once they have voted; nobody has to say. */
export function HowSure({ room, story }: { readonly room: Room; readonly story: string }) {
  const t = useTranslations('planning.sure')
  const own = room.own[story]
  if (!own) return null
  const { value, comment } = own
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span aria-hidden className="text-label text-muted">
        {t('title')}
      </span>
      <Segmented<Confidence | 'unsaid'>
        label={t('title')}
        value={own.confidence ?? 'unsaid'}
        segments={(['unsaid', ...CONFIDENCES] as const).map((name) => ({
          value: name,
          label: t(name),
        }))}
        onChange={(next) => {
          const confidence = next === 'unsaid' ? null : next
          runAction(castSize, { room, story, value, confidence, comment })
        }}
      />
    </div>
  )
}
