'use client'

import { Vote } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { RoomTarget } from '#components/live/sessionActions.ts'
import { Button } from '#components/ui/Button.tsx'
import { AddStories, SuggestedQueue } from './AddStories.tsx'
import { OpenRounds } from './OpenRounds.tsx'
import type { Planned } from './planned.ts'
import { Queue } from './Queue.tsx'

/** Beside the current story: the queue, and what can be added to it while the session runs. */
export function QueuePane({
  target,
  planned,
  onRound,
}: {
  readonly target: RoomTarget
  readonly planned: Planned
  readonly onRound: (story: string) => void
}) {
  const t = useTranslations('planning.prepare')
  const [isOpening, setOpening] = useState(false)
  const { room, now } = target
  const { session, isMine, takesPart, isCurrent } = room
  const isOn = session.phase.name === 'running' || session.phase.name === 'closing'
  const mayOpen = session.agenda.some(
    ({ outcome, vote }) => outcome === null && vote?.phase !== 'open',
  )
  return (
    <div className="flex flex-col gap-3">
      <Queue room={room} planned={planned} now={now} onRound={onRound} />
      {takesPart && isOn ? (
        <div className="flex flex-wrap gap-2">
          <AddStories room={room} planned={planned} />
          {isMine && isCurrent && mayOpen ? (
            <Button
              size="small"
              icon={<Vote aria-hidden size={14} />}
              aria-haspopup="dialog"
              onClick={() => setOpening(true)}
            >
              {t('openRounds')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {takesPart && isOn ? <SuggestedQueue room={room} planned={planned} /> : null}
      {isOpening ? (
        <OpenRounds target={target} planned={planned} onClose={() => setOpening(false)} />
      ) : null}
    </div>
  )
}
