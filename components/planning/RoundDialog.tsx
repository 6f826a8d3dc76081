import { useTranslations } from 'use-intl/react'
import type { RoomTarget } from '#components/live/sessionActions.ts'
import { Dialog } from '#components/ui/Dialog.tsx'
import { itemOf } from '#lib/domain/sessions/clock.ts'
import type { Planned } from './planned.ts'
import { RoundCard } from './RoundCard.tsx'

/** The votes on a story that is not the current one, while the session runs. */
export function RoundDialog({
  target,
  planned,
  story,
  onClose,
}: {
  readonly target: RoomTarget
  readonly planned: Planned
  readonly story: string
  readonly onClose: () => void
}) {
  const t = useTranslations('planning.round')
  const item = itemOf(target.room.session, story)
  if (!item) return null
  return (
    <Dialog open onOpenChange={(next) => !next && onClose()} title={t('title')} size="wide">
      <RoundCard target={target} planned={planned} item={item} />
    </Dialog>
  )
}
