'use client'

import type { ReadyArea } from '#components/actions/index.ts'
import { People } from '#components/live/People.tsx'
import type { Room } from '#components/live/room.ts'

/** The room of a meeting. */
export function MeetingRoom({ room, area }: { readonly room: Room; readonly area: ReadyArea }) {
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-3 border-b px-4 py-2">
        <h2 className="text-body font-semibold">{room.session.name}</h2>
        <People room={room} members={area.members} />
      </div>
    </div>
  )
}
