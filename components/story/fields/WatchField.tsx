'use client'

import { Bell, BellOff, Eye, EyeOff } from 'lucide-react'
import { type ReadyArea, runAction } from '#components/actions/index.ts'
import { stanceOf, whyHears } from '#components/flow/follows.ts'
import { muteStory, watchStory } from '#components/flow/markActions.ts'
import { useInbox, useWorkspaceClient } from '#components/session/hooks.ts'
import type { Story } from '#lib/domain/story.ts'
import { FieldButton } from './FieldButton.tsx'
import { FieldLine } from './FieldLine.tsx'

const WHY = {
  captured: 'You hear of it because you captured it.',
  watching: 'You watch it.',
  'taking-part': 'You hear of it because you take part in it.',
} as const

/** Whether the reader hears of what happens to a story, and who watches it. */
export function WatchField({ story, area }: { readonly story: Story; readonly area: ReadyArea }) {
  const client = useWorkspaceClient()
  // Watching is the story's, the rest the inbox's: both may change.
  useInbox()
  const why = whyHears(client, story)
  const isMuted = stanceOf(client, story) === 'muted'
  const names = story.watchers.map((id) => area.members.get(id)?.name ?? 'Someone who left')
  const watchedBy =
    names.length === 0 ? 'Nobody watches it yet.' : `Watched by ${names.join(', ')}.`
  return (
    <FieldLine label="Watching">
      <FieldButton
        locked={null}
        isEmpty={why === null}
        aria-pressed={why !== null}
        title={`${why === null ? 'Be told of what happens to it' : WHY[why]} ${watchedBy} (W)`}
        onClick={() => runAction(watchStory, { client, story })}
      >
        {why === null ? (
          <EyeOff aria-hidden size={14} />
        ) : (
          <Eye aria-hidden size={14} className="text-accent-text" />
        )}
        <span className="text-label">{why === null ? 'Watch' : 'Watching'}</span>
        {story.watchers.length > 0 ? (
          <span className="text-label text-subtle tabular-nums">{story.watchers.length}</span>
        ) : null}
      </FieldButton>
      {why !== null || isMuted ? (
        <FieldButton
          locked={null}
          isEmpty={!isMuted}
          aria-pressed={isMuted}
          title={isMuted ? 'Hear of it again (Shift+W)' : 'Hear nothing of it any more (Shift+W)'}
          onClick={() => runAction(muteStory, { client, story })}
        >
          {isMuted ? <BellOff aria-hidden size={14} /> : <Bell aria-hidden size={14} />}
          <span className="text-label">{isMuted ? 'Muted' : 'Mute'}</span>
        </FieldButton>
      ) : null}
    </FieldLine>
  )
}
