'use client'

import { type ReactNode } from 'react'
import type { ReadyArea } from '#components/actions/index.ts'
import { Connection } from '#components/live/Connection.tsx'
import type { Room } from '#components/live/room.ts'
import { Spoken } from '#components/live/Spoken.tsx'
import { useServerNow } from '#components/session/liveSession.ts'
import { spreadInWords } from './choices.ts'
import { Ended } from './Ended.tsx'
import { Prepare } from './Prepare.tsx'
import { Running } from './Running.tsx'

/** A meeting in whichever state it is. */
export function MeetingRoom({
  room,
  area,
  renderStory,
}: {
  readonly room: Room
  readonly area: ReadyArea
  readonly renderStory: (storyId: string) => ReactNode
}) {
  const { name } = room.session.phase
  const now = useServerNow(name !== 'ended')
  const target = { room, now }
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      {name === 'ended' ? null : <Connection room={room} />}
      {name === 'scheduled' ? (
        <Prepare target={target} area={area} />
      ) : name === 'ended' ? (
        <Ended room={room} area={area} />
      ) : (
        <Running target={target} area={area} renderStory={renderStory} />
      )}
      {/* Here, so that the end is said as well. */}
      <Spoken target={target} area={area} spread={spreadInWords} />
    </div>
  )
}
