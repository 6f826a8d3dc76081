import type { ReadyArea } from '#components/actions/index.ts'
import { Report } from '#components/live/around/Report.tsx'
import type { Room } from '#components/live/room.ts'

/** A meeting that is over: what became of each story, what was decided, who was there. */
export function Ended({ room, area }: { readonly room: Room; readonly area: ReadyArea }) {
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto w-full max-w-3xl px-4 py-6 md:px-8 md:py-8">
        <Report room={room} area={area} />
      </div>
    </div>
  )
}
