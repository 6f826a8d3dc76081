'use client'

import { whyNotIn } from '#components/language/refusalText.ts'
import { Plus, X } from 'lucide-react'
import { type ReadyArea, runAction } from '#components/actions/index.ts'
import { setDependencies } from '#components/flow/describeActions.ts'
import { OlderStories } from '#components/flow/OlderStories.tsx'
import { storyLines } from '#components/flow/storyLines.ts'
import type { StoryTarget } from '#components/flow/target.ts'
import { textsOf } from '#components/language/loaded.ts'
import { useFiledToo } from '#components/session/hooks.ts'
import { Link } from '#components/shell/Link.tsx'
import { PickerMenu } from '#components/ui/PickerMenu.tsx'
import { olderIn } from '#lib/client/areaView.ts'
import { shortName, type Story } from '#lib/domain/story.ts'
import { FieldButton } from './FieldButton.tsx'
import { FieldLine } from './FieldLine.tsx'
import type { Opened } from './opened.ts'

/** What a story waits for: other stories, or nothing, which is an answer, too. */
export function DependenciesField({
  target: { client, story },
  area,
  opened,
}: {
  readonly target: StoryTarget
  readonly area: ReadyArea
  readonly opened: Opened
}) {
  const t = textsOf('story')
  const { dependencies } = story
  const waits = dependencies ?? []
  useFiledToo(waits.some((id) => !area.stories.has(id)))
  const locked = whyNotIn(client.judge({ type: 'setDependencies', story: story.id, dependencies }))
  const give = (next: readonly string[] | null) =>
    runAction(setDependencies, { client, story, dependencies: next })
  return (
    <FieldLine label={t('fields.waitsFor')}>
      {waits.map((id) => (
        <Waiting
          key={id}
          story={area.stories.get(id)}
          onRemove={locked === null ? () => give(waits.filter((other) => other !== id)) : null}
        />
      ))}
      {dependencies?.length === 0 ? (
        <FieldButton
          locked={locked}
          aria-label={t('fields.waitsForNothing')}
          onClick={() => give(null)}
        >
          {t('fields.nothing')}
        </FieldButton>
      ) : null}
      <PickerMenu
        locked={locked !== null}
        label={t('fields.findStory')}
        multiple
        open={opened.isOpen('dependencies')}
        onOpenChange={opened.set('dependencies')}
        trigger={
          <FieldButton locked={locked} isEmpty aria-label={t('fields.addStory')}>
            {waits.length === 0 ? t('fields.anotherStory') : <Plus aria-hidden size={14} />}
          </FieldButton>
        }
        find={(query) => storyLines(area, query, { without: new Set([story.id, ...waits]) })}
        empty={(query) => (query === '' ? t('fields.typeKey') : t('fields.noStory', { query }))}
        onChoose={({ id }) => give([...waits, id])}
      >
        <OlderStories count={olderIn(area)} />
      </PickerMenu>
      {dependencies === null ? (
        <FieldButton locked={locked} isEmpty onClick={() => give([])}>
          {t('fields.nothing')}
        </FieldButton>
      ) : null}
    </FieldLine>
  )
}

function Waiting({
  story,
  onRemove,
}: {
  /** Undefined: in the trash, or not for this person to see. */
  readonly story: Story | undefined
  readonly onRemove: (() => void) | null
}) {
  const t = textsOf('story')
  const name = story ? shortName(story) : t('fields.storyNotHere')
  return (
    <span className="flex min-h-7 w-full min-w-0 items-center gap-1.5 text-interface">
      {story ? (
        <Link
          to={{ page: 'story', key: story.key ?? story.id }}
          className="target flex min-w-0 flex-1 items-baseline gap-1.5 rounded-control px-1.5 hover:underline"
        >
          <span className="shrink-0 font-mono text-label text-subtle">{name}</span>
          <span className="wrap-anywhere">{story.title}</span>
        </Link>
      ) : (
        <span className="min-w-0 flex-1 px-1.5 text-subtle">{t('fields.storyNotHereAlone')}</span>
      )}
      {onRemove ? (
        <button
          type="button"
          aria-label={t('fields.noLonger', { story: name })}
          onClick={onRemove}
          className="target flex size-5 shrink-0 items-center justify-center rounded-control text-subtle hover:text-text"
        >
          <X aria-hidden size={12} />
        </button>
      ) : null}
    </span>
  )
}
