'use client'

import { type KeyboardEvent } from 'react'
import { readyArea, runAction } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { storyName } from '#components/language/names.ts'
import { refusalIn } from '#components/language/refusalText.ts'
import { Picker, type PickerLine } from '#components/ui/Picker.tsx'
import { StageDot } from '#components/ui/StageDot.tsx'
import { type Story } from '#lib/domain/story.ts'
import { isComposing } from '#components/ui/composing.ts'
import { assignStory, reassignStory } from './teamActions.ts'
import type { AskingTarget } from './target.ts'

/** To which team a story goes (ST3, ST4): those the person may see, the ones they may not assign to with the reason. */
export function TeamChoice({
  target,
  command,
  onDone,
}: {
  readonly target: AskingTarget
  readonly command: 'assignToTeam' | 'reassignStory'
  readonly onDone: () => void
}) {
  const t = textsOf('asks.team')
  const { client, story } = target
  const action = command === 'assignToTeam' ? assignStory : reassignStory
  const { settings, backlogs } = readyArea(client)

  function find(query: string): readonly PickerLine[] {
    const asked = query.toLowerCase()
    return [...settings.teams.values()]
      .filter(({ id, archivedAt }) => archivedAt === null && id !== story.team)
      .filter(({ name }) => name.toLowerCase().includes(asked))
      .map(({ id, name }) => ({
        id,
        title: name,
        icon: <StageDot stage="backlog" />,
        detail: waiting(backlogs.get(id)),
        unavailable: whyNot(id),
      }))
      .sort(
        (a, b) =>
          Number(a.unavailable !== null) - Number(b.unavailable !== null) ||
          a.title.localeCompare(b.title),
      )
  }

  function whyNot(team: string): string | null {
    const no = client.judge({ type: command, story: story.id, team })
    return no && refusalIn(no)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || isComposing(event)) return
    event.stopPropagation()
    onDone()
  }

  return (
    <div role="group" aria-label={teamQuestion(story)} onKeyDown={onKeyDown}>
      <Picker
        label={t('label', { name: storyName(story) })}
        find={find}
        empty={(query) => (query === '' ? t('none') : t('nothing', { query }))}
        onChoose={({ id }) => {
          onDone()
          runAction(action, { ...target, team: id })
        }}
      />
    </div>
  )
}

/** Gives what is asked when a story goes to a team. */
export function teamQuestion(story: Story): string {
  return textsOf('asks.team')('question', { name: storyName(story) })
}

function waiting(
  backlog: { readonly isLoaded: boolean; readonly stories: readonly unknown[] } | undefined,
): string | undefined {
  if (!backlog?.isLoaded) return undefined
  return textsOf('asks.team')('waiting', { count: backlog.stories.length })
}
