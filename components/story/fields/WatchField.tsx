'use client'

import { Bell, BellOff, Eye, EyeOff } from 'lucide-react'
import { type ReadyArea, runAction } from '#components/actions/index.ts'
import { stanceOf, whyHears } from '#components/flow/follows.ts'
import { muteStory, watchStory } from '#components/flow/markActions.ts'
import { inAList } from '#components/language/pageLanguage.ts'
import { textsOf } from '#components/language/loaded.ts'
import { useInbox, useWorkspaceClient } from '#components/session/hooks.ts'
import type { Story } from '#lib/domain/story.ts'
import { FieldButton } from './FieldButton.tsx'
import { FieldLine } from './FieldLine.tsx'

/** Whether the reader hears of what happens to a story, and who watches it. */
export function WatchField({ story, area }: { readonly story: Story; readonly area: ReadyArea }) {
  const t = textsOf('story')
  const client = useWorkspaceClient()
  // Watching is the story's, the rest the inbox's: both may change.
  useInbox()
  const why = whyHears(client, story)
  const isMuted = stanceOf(client, story) === 'muted'
  const names = story.watchers.map((id) => area.members.get(id)?.name ?? t('fields.someoneWhoLeft'))
  const watchedBy =
    names.length === 0 ? t('watch.nobody') : t('watch.by', { names: inAList(names) })
  return (
    <FieldLine label={t('watch.title')}>
      <FieldButton
        locked={null}
        isEmpty={why === null}
        aria-pressed={why !== null}
        title={`${why === null ? t('watch.offer') : t(`watch.why.${why}`)} ${watchedBy} (W)`}
        onClick={() => runAction(watchStory, { client, story })}
      >
        {why === null ? (
          <EyeOff aria-hidden size={14} />
        ) : (
          <Eye aria-hidden size={14} className="text-accent-text" />
        )}
        <span className="text-label">{why === null ? t('watch.go') : t('watch.on')}</span>
        {story.watchers.length > 0 ? (
          <span className="text-label text-subtle tabular-nums">{story.watchers.length}</span>
        ) : null}
      </FieldButton>
      {why !== null || isMuted ? (
        <FieldButton
          locked={null}
          isEmpty={!isMuted}
          aria-pressed={isMuted}
          title={isMuted ? t('watch.unmute') : t('watch.mute')}
          onClick={() => runAction(muteStory, { client, story })}
        >
          {isMuted ? <BellOff aria-hidden size={14} /> : <Bell aria-hidden size={14} />}
          <span className="text-label">{isMuted ? t('watch.muted') : t('watch.muteGo')}</span>
        </FieldButton>
      ) : null}
    </FieldLine>
  )
}
