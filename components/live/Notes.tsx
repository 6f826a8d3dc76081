'use client'

import { Lightbulb } from 'lucide-react'
import { type FormEvent, type ReactNode, type RefObject, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { type ReadyArea, runAction } from '#components/actions/index.ts'
import { Link } from '#components/shell/Link.tsx'
import { Button } from '#components/ui/Button.tsx'
import { Input } from '#components/ui/Input.tsx'
import { newId } from '#lib/client/id.ts'
import { currentStory } from '#lib/domain/sessions/clock.ts'
import { askInSession } from './sessionActions.ts'
import type { Room } from './room.ts'

interface NotesProps {
  readonly room: Room
  readonly area: ReadyArea
  readonly field?: RefObject<HTMLInputElement | null>
}

/** What was decided, and a field to write it down; it is about the current story, if there is one. */
export function Decisions({ room, area, field }: NotesProps) {
  const t = useTranslations('live.notes')
  return (
    <Notes
      title={t('decisions')}
      none={t('noDecisions')}
      type="recordDecision"
      placeholder={t('decision')}
      room={room}
      field={field}
    >
      {room.session.decisions.map(({ id, text, story }) => (
        <li key={id} className="py-1">
          {text} <About story={story} area={area} />
        </li>
      ))}
    </Notes>
  )
}

/** What is for later; each can become an idea, once. */
export function ParkingLot({ room, area, field }: NotesProps) {
  const t = useTranslations('live.notes')
  return (
    <Notes
      title={t('parked')}
      none={t('noParked')}
      type="parkTopic"
      placeholder={t('topic')}
      room={room}
      field={field}
    >
      {room.session.topics.map(({ id, text, story, idea }) => (
        <li key={id} className="flex items-start gap-2 py-1">
          <span className="min-w-0 flex-1">
            {text} <About story={story} area={area} />
          </span>
          {idea !== null ? (
            <About story={idea} area={area} otherwise={t('isIdea')} />
          ) : room.takesPart && room.isCurrent ? (
            <Button
              size="small"
              look="quiet"
              icon={<Lightbulb aria-hidden size={14} />}
              aria-label={t('capture', { topic: text })}
              onClick={() =>
                runAction(askInSession, {
                  room,
                  command: { type: 'captureTopic', note: id, story: newId() },
                })
              }
            >
              {t('toIdea')}
            </Button>
          ) : null}
        </li>
      ))}
    </Notes>
  )
}

function Notes({
  title,
  none,
  type,
  placeholder,
  room,
  field,
  children,
}: {
  readonly title: string
  readonly none: string
  readonly type: 'recordDecision' | 'parkTopic'
  readonly placeholder: string
  readonly room: Room
  readonly field?: RefObject<HTMLInputElement | null>
  readonly children: readonly ReactNode[]
}) {
  const t = useTranslations('live.notes')
  const [text, setText] = useState('')
  const { session, takesPart } = room
  const { name } = session.phase
  const isOpen = takesPart && (name === 'running' || name === 'paused' || name === 'closing')
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    runAction(askInSession, {
      room,
      command: { type, note: newId(), text, about: currentStory(session) },
      // What was not taken stays in the field.
      onAnswer: (answer) => answer.ok && setText(''),
    })
  }
  return (
    <section aria-label={title} className="flex flex-col gap-1">
      <h3 className="text-label font-semibold text-muted">{title}</h3>
      {children.length === 0 ? (
        <p className="text-label text-subtle">{none}</p>
      ) : (
        <ul className="flex flex-col divide-y text-interface">{children}</ul>
      )}
      {isOpen ? (
        <form onSubmit={add} className="mt-1 flex gap-1.5">
          <Input
            ref={field}
            aria-label={placeholder}
            placeholder={placeholder}
            value={text}
            maxLength={500}
            onChange={(event) => setText(event.target.value)}
          />
          <Button type="submit" aria-label={t('add', { to: title })}>
            {t('write')}
          </Button>
        </form>
      ) : null}
    </section>
  )
}

/** The story that a note is about, as far as this person may see it. */
function About({
  story,
  area,
  otherwise = '',
}: {
  readonly story: string | null
  readonly area: ReadyArea
  readonly otherwise?: string
}) {
  const found = story === null ? undefined : area.stories.get(story)
  if (!found?.key) return otherwise === '' ? null : <span className="text-muted">{otherwise}</span>
  return (
    <Link
      to={{ page: 'story', key: found.key }}
      className="font-mono text-label text-muted underline-offset-2 hover:underline"
    >
      {found.key}
    </Link>
  )
}
