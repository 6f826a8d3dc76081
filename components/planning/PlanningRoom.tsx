'use client'

import { type ReactNode, useCallback } from 'react'
import { Connection } from '#components/live/Connection.tsx'
import type { Room } from '#components/live/room.ts'
import { Spoken } from '#components/live/Spoken.tsx'
import { useServerNow } from '#components/session/liveSession.ts'
import type { Session } from '#lib/domain/sessions/session.ts'
import { Ended } from './Ended.tsx'
import type { Planned } from './planned.ts'
import { Prepare } from './Prepare.tsx'
import { Running } from './Running.tsx'
import { votesInWords } from './votesInWords.ts'

/** A planning session in whichever state it is. */
export function PlanningRoom({
  planned,
  room,
  isOrdering,
  renderStory,
}: {
  readonly planned: Planned
  readonly room: Room
  /** The backlog is to be ordered, in the place of the votes. */
  readonly isOrdering: boolean
  readonly renderStory: (storyId: string) => ReactNode
}) {
  const { name } = room.session.phase
  const now = useServerNow(name !== 'ended')
  const target = { room, now }
  const { area, team } = planned
  const { members } = area
  const spread = useCallback(
    (session: Session, story: string) => votesInWords(session, story, team, members),
    [team, members],
  )
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {name === 'ended' ? null : <Connection room={room} />}
      {name === 'scheduled' ? (
        <Prepare target={target} planned={planned} />
      ) : name === 'ended' ? (
        <Ended room={room} planned={planned} />
      ) : (
        <Running
          target={target}
          planned={planned}
          isOrdering={isOrdering}
          renderStory={renderStory}
        />
      )}
      {/* Here, so that the end is said as well, and votes that are given ahead. */}
      <Spoken target={target} area={area} spread={spread} />
    </div>
  )
}
