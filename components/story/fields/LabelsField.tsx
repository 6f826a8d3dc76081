'use client'

import { whyNotIn } from '#components/language/refusalText.ts'
import { Plus, X } from 'lucide-react'
import { type ReadyArea, runAction } from '#components/actions/index.ts'
import { setLabels } from '#components/flow/describeActions.ts'
import type { StoryTarget } from '#components/flow/target.ts'
import { textsOf } from '#components/language/loaded.ts'
import type { PickerLine } from '#components/ui/Picker.tsx'
import { PickerMenu } from '#components/ui/PickerMenu.tsx'
import type { Story } from '#lib/domain/story.ts'
import { FieldButton } from './FieldButton.tsx'
import { FieldLine } from './FieldLine.tsx'
import { matching, NEW } from './lines.ts'

/** The labels of a story as tokens; those of other stories are offered, and any word is a new one. */
export function LabelsField({
  target: { client, story },
  area,
}: {
  readonly target: StoryTarget
  readonly area: ReadyArea
}) {
  const t = textsOf('story')
  const { labels } = story
  const locked = whyNotIn(client.judge({ type: 'setLabels', story: story.id, labels }))
  const give = (next: readonly string[]) => runAction(setLabels, { client, story, labels: next })

  function find(query: string): readonly PickerLine[] {
    const lines = labelsIn(area.stories).map((label) => ({
      id: label,
      title: label,
      chosen: labels.includes(label),
    }))
    const create = {
      id: NEW,
      title: t('fields.createLabel', { name: query }),
      icon: <Plus aria-hidden size={14} />,
      unavailable:
        query === ''
          ? null
          : whyNotIn(
              client.judge({ type: 'setLabels', story: story.id, labels: [...labels, query] }),
            ),
    }
    return matching(query, lines, create)
  }

  return (
    <FieldLine label={t('fields.labels')}>
      {labels.map((label) => (
        <span
          key={label}
          className="flex min-h-6 max-w-full min-w-0 items-center gap-0.5 rounded-control border ps-1.5 text-label"
        >
          <span className="py-0.5 wrap-anywhere">{label}</span>
          {locked === null ? (
            <button
              type="button"
              aria-label={t('fields.removeLabel', { label })}
              onClick={() => give(labels.filter((other) => other !== label))}
              className="target flex size-5 shrink-0 items-center justify-center rounded-control text-subtle hover:text-text"
            >
              <X aria-hidden size={12} />
            </button>
          ) : (
            <span className="w-1.5" />
          )}
        </span>
      ))}
      <PickerMenu
        locked={locked !== null}
        label={t('fields.findLabel')}
        multiple
        trigger={
          <FieldButton locked={locked} isEmpty aria-label={t('fields.addLabel')}>
            {labels.length === 0 ? t('fields.addLabel') : <Plus aria-hidden size={14} />}
          </FieldButton>
        }
        find={find}
        empty={() => t('fields.noLabel')}
        onChoose={({ id, title }, query) => {
          if (id === NEW) give([...labels, query])
          else if (labels.includes(title)) give(labels.filter((label) => label !== title))
          else give([...labels, title])
        }}
      />
    </FieldLine>
  )
}

/** Every label in use, kept for as long as the stories are the same. */
const known = new WeakMap<ReadonlyMap<string, Story>, readonly string[]>()

function labelsIn(stories: ReadonlyMap<string, Story>): readonly string[] {
  let labels = known.get(stories)
  if (!labels) {
    const found = new Set<string>()
    for (const story of stories.values()) for (const label of story.labels) found.add(label)
    labels = [...found].sort((a, b) => a.localeCompare(b))
    known.set(stories, labels)
  }
  return labels
}
