import { useMemo } from 'react'
import { deskOf, partsOf } from '#components/discussion/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { useReadable, useWorkspaceClient } from '#components/session/hooks.ts'
import { classes } from '#components/ui/classes.ts'
import type { Thread } from '#lib/domain/talk/thread.ts'
import { regionStyle } from './region.ts'
import './regions.css'

/** The parts of a picture that somebody has commented on: a frame each, and its number, which opens the thread. */
export function Regions({ story, block }: { readonly story: string; readonly block: string }) {
  const t = textsOf('story')
  const client = useWorkspaceClient()
  const view = useReadable(useMemo(() => client.talk(story), [client, story]))
  const desk = deskOf(story)
  const atHand = useReadable(desk.atHand)
  const shown = atHand?.kind === 'thread' ? atHand.thread : null
  if (view.phase === 'loading') return null
  return partsOf(view.threads, block, shown).map(({ thread, region, number }) => (
    <div
      key={thread}
      className={classes('story-region', thread === shown && 'is-at-hand')}
      style={regionStyle(region)}
    >
      <button
        type="button"
        data-thread-mark={thread}
        aria-label={t('talk.onPicture', { number, text: beginning(view.threads, thread) })}
        className={classes('story-pin', thread === shown && 'is-at-hand')}
        onMouseDown={(event) => event.preventDefault()}
        onPointerDown={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
        onClick={(event) => {
          event.stopPropagation()
          desk.atHand.set({ kind: 'thread', thread })
        }}
      >
        {number}
      </button>
    </div>
  ))
}

function beginning(threads: readonly Thread[], id: string): string {
  const text = threads.find((thread) => thread.id === id)?.comments[0]?.text ?? ''
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}
