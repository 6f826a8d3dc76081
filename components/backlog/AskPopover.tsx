'use client'

import { Popover } from '@base-ui/react/popover'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { useStore } from '#components/cards/store.ts'
import { Button } from '#components/ui/Button.tsx'
import { Input } from '#components/ui/Input.tsx'
import type { Story } from '#lib/domain/story.ts'
import { anchorOf } from './anchorOf.ts'
import { nameOf } from '#components/cards/nameOf.ts'
import { type StoriesTarget, useBacklog } from './backlog.ts'
import type { Hand } from './backlogState.ts'
import { letGo } from './placeActions.ts'
import { scheduleStories } from './planActions.ts'
import { WhyForm, whyQuestion } from './WhyForm.tsx'

/** What is typed before something can be done with stories, asked in place (UX10): the reason of a move, or a day. */
export function AskPopover({ stories }: { readonly stories: ReadonlyMap<string, Story> }) {
  const t = useTranslations('backlog')
  const backlog = useBacklog()
  const { state } = backlog
  const hand = useStore(state, (now) => now.hand)
  const asked = askedIn(hand)
  const chosen = (asked?.stories ?? []).flatMap((id) => stories.get(id) ?? [])
  if (!asked || chosen.length === 0) return null
  const target = { backlog, stories: chosen }
  const done = () => {
    if (state.get().hand === hand) letGo(backlog)
  }
  const question =
    asked.move === null
      ? t('whenDue', { count: chosen.length, stories: nameOf(chosen) })
      : whyQuestion(chosen, asked.move)
  return (
    <Popover.Root open onOpenChange={(open) => open || done()}>
      {/* A landmark, so that what is in it belongs to one, as everything on the page does. */}
      <Popover.Portal render={<section aria-label={question} />}>
        <Popover.Positioner
          anchor={() => anchorOf(asked.stories, 'action', state.get().focus)}
          side="bottom"
          align="end"
          sideOffset={6}
          collisionPadding={8}
          className="z-50"
        >
          <Popover.Popup
            finalFocus={false}
            aria-label={question}
            className="pop-in max-h-(--available-height) w-80 max-w-(--available-width) overflow-y-auto rounded-card border bg-surface p-3 text-interface shadow-overlay focus-visible:outline-none"
          >
            {asked.move === null ? (
              <DayForm target={target} question={question} onDone={done} />
            ) : (
              <WhyForm target={target} move={asked.move} onDone={done} />
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function DayForm({
  target,
  question,
  onDone,
}: {
  readonly target: StoriesTarget
  readonly question: string
  readonly onDone: () => void
}): ReactNode {
  const t = useTranslations('backlog')
  const { backlog, stories } = target
  const [day, setDay] = useState(stories[0]?.schedule ?? backlog.today())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (runAction(scheduleStories, { ...target, schedule: day || null }).ok) onDone()
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <label className="flex flex-col gap-2 font-semibold">
        {question}
        <Input
          type="date"
          autoFocus
          value={day}
          onChange={(event) => setDay(event.target.value)}
          className="font-normal"
        />
      </label>
      <div className="flex justify-end gap-2">
        <Button size="small" look="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
        <Button size="small" look="primary" type="submit">
          {t('schedule')}
        </Button>
      </div>
    </form>
  )
}

interface Asked {
  readonly stories: readonly string[]
  /** Null: a day is asked for. */
  readonly move: 'bounceStory' | 'dismissStory' | null
}

function askedIn(hand: Hand): Asked | null {
  if (hand.kind === 'asking') return hand
  if (hand.kind !== 'choosing' || hand.choice !== 'day') return null
  return { stories: hand.stories, move: null }
}
