'use client'

import { SmilePlus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useShown } from '#components/session/liveSession.ts'
import { IconButton } from '#components/ui/IconButton.tsx'
import { Popover } from '#components/ui/Popover.tsx'
import type { MemberInfo } from '#lib/schema/wire.ts'
import type { Room } from './room.ts'

const EMOJI = ['👍', '👏', '❤️', '😂', '🤔', '🎉'] as const
/** A reaction is seen for so long, ms. */
const SEEN_MS = 4_000

interface Bubble {
  readonly key: string
  readonly emoji: string
  readonly person: string
}

/** A reaction for everybody to see for a moment; it is kept nowhere. */
export function Reactions({
  room: { live, me },
  members,
}: {
  readonly room: Pick<Room, 'live' | 'me'>
  readonly members: ReadonlyMap<string, MemberInfo>
}) {
  const t = useTranslations('live.reactions')
  const count = useRef(0)
  const { bubbles, add } = useBubbles(live)
  const react = (emoji: string) => {
    count.current += 1
    live.show({ reaction: { emoji, count: count.current } })
    add({ key: `own ${count.current}`, emoji, person: me })
  }
  return (
    <>
      <Popover
        title={t('title')}
        trigger={
          <IconButton label={t('title')} size="small">
            <SmilePlus aria-hidden size={16} />
          </IconButton>
        }
        className="w-auto!"
      >
        <div className="mt-2 flex gap-1">
          {EMOJI.map((emoji) => (
            <IconButton key={emoji} label={t('send', { emoji })} onClick={() => react(emoji)}>
              <span aria-hidden className="text-editor">
                {emoji}
              </span>
            </IconButton>
          ))}
        </div>
      </Popover>
      <div
        aria-hidden
        className="pointer-events-none fixed end-4 bottom-28 z-30 flex flex-col items-end gap-1"
      >
        {bubbles.map(({ key, emoji, person }) => (
          <span
            key={key}
            data-reaction
            className="pop-in rounded-full border bg-surface px-3 py-1 text-label shadow-overlay"
          >
            <span className="text-editor">{emoji}</span>{' '}
            {person === me ? t('you') : (members.get(person)?.name ?? '')}
          </span>
        ))}
      </div>
    </>
  )
}

function useBubbles(live: Room['live']) {
  const others = useShown(live)
  const [bubbles, setBubbles] = useState<readonly Bubble[]>([])
  const seen = useRef<Map<number, number> | null>(null)
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>())
  const [add] = useState(() => (bubble: Bubble) => {
    setBubbles((now) => [...now.slice(-5), bubble])
    const timer = setTimeout(() => {
      timers.current.delete(timer)
      setBubbles((now) => now.filter(({ key }) => key !== bubble.key))
    }, SEEN_MS)
    timers.current.add(timer)
  })
  useEffect(() => {
    const before = seen.current
    seen.current = new Map(
      others.map(({ client, reaction }) => [client, reaction?.count ?? 0] as const),
    )
    // What somebody had shown before this page looked is over.
    if (!before) return
    for (const { client, person, reaction } of others) {
      if (!reaction || reaction.count === (before.get(client) ?? 0)) continue
      add({ key: `${client} ${reaction.count}`, emoji: reaction.emoji, person })
    }
  }, [others, add])
  useEffect(() => {
    const running = timers.current
    return () => running.forEach((timer) => clearTimeout(timer))
  }, [])
  return { bubbles, add }
}
