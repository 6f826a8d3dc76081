import { type ReactNode, type RefObject } from 'react'
import { useTranslations } from 'use-intl/react'
import { type ReadyArea, runAction } from '#components/actions/index.ts'
import { clock } from './clock.ts'
import { askInSession, type RoomTarget } from './sessionActions.ts'
import { Button } from '#components/ui/Button.tsx'
import { presenceColour } from '#components/ui/presence.ts'
import { stateAt } from '#lib/domain/sessions/clock.ts'
import type { Story } from '#lib/domain/story.ts'

/** The story that everybody works on, with its title for the back of the room; what is said where there is none. */
export function StoryPane({
  scroller,
  target: { room, now },
  area,
  followed,
  story,
  children,
}: {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly target: RoomTarget
  readonly area: ReadyArea
  /** Whom this page goes along with. */
  readonly followed: string | null
  readonly story: Story | undefined
  readonly children: ReactNode
}) {
  const t = useTranslations('live.pane')
  const { session, isMine } = room
  const person = followed === null ? undefined : area.members.get(followed)
  const { phase } = session
  const reads = stateAt(session, now) === 'reading' && phase.name === 'running'
  return (
    <div
      className="relative flex min-h-0 flex-1 flex-col"
      style={person && { boxShadow: `inset 0 0 0 2px ${presenceColour(person.colour)}` }}
    >
      {person ? (
        <p role="status" className="px-4 py-1 text-label font-medium">
          {t('following', { name: person.name })}
        </p>
      ) : null}
      {reads && phase.step.name === 'reading' ? (
        <div className="flex flex-wrap items-center gap-3 border-b bg-selected px-4 py-2">
          <p className="font-medium">{t('reads', { left: clock(phase.step.until - now) })}</p>
          {isMine ? (
            <Button
              size="small"
              onClick={() => runAction(askInSession, { room, command: { type: 'endReading' } })}
            >
              {t('haveRead')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {/* A keyboard scrolls it; it has no field of its own to be reached by while a text is only read. */}
      <div
        ref={scroller}
        tabIndex={0}
        role="region"
        aria-label={t('story')}
        className="min-h-0 flex-1 overflow-y-auto px-4 py-4 md:px-8"
      >
        {phase.name === 'closing' ? (
          <Closing room={room} />
        ) : story ? (
          <div className="mx-auto max-w-3xl 2xl:max-w-5xl">
            <p aria-hidden className="mb-3 hidden text-[40px] leading-12 font-semibold 2xl:block">
              <span className="font-mono text-muted">{story.key}</span> {story.title}
            </p>
            {children}
          </div>
        ) : (
          <p className="text-muted">{t('hidden')}</p>
        )}
      </div>
    </div>
  )
}

/** Every story has its outcome: the meeting ends, or goes on with more stories. */
function Closing({ room }: { readonly room: RoomTarget['room'] }) {
  const t = useTranslations('live.pane')
  const { kind } = room.session
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-3 py-12 text-center">
      <h3 className="text-editor font-semibold 2xl:text-[40px] 2xl:leading-12">{t('allDone')}</h3>
      <p className="text-muted">{t(room.isMine ? 'allDoneMeans' : 'allDoneWaits', { kind })}</p>
      {room.isMine ? (
        <Button
          look="primary"
          onClick={() => runAction(askInSession, { room, command: { type: 'endSession' } })}
        >
          {t('end', { kind })}
        </Button>
      ) : null}
    </div>
  )
}
