'use client'

import { Plus } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { TextsIn } from '#components/language/messages.ts'
import { runAction } from '#components/actions/index.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { useReorder } from '#components/ui/reorder/useReorder.ts'
import type { Backlog } from '#lib/client/client.ts'
import { newId } from '#lib/client/id.ts'
import { STEP_CATEGORIES, STEPS_MAX, type Team } from '#lib/domain/team.ts'
import { SaveBar } from '../SaveBar.tsx'
import { useKeptDraft } from '../useKeptDraft.ts'
import { whyNot } from '../whyNot.ts'
import { RemovedStep } from './RemovedStep.tsx'
import { StepRow } from './StepRow.tsx'
import {
  addStep,
  changeStep,
  differs,
  draftOf,
  keepStep,
  placeStep,
  removeStep,
  staying,
  type StepsDraft,
  stepsCommand,
} from './stepsDraft.ts'
import { setSteps } from './teamActions.ts'
import { countsOf } from './teamWords.ts'

/**
 * The steps of a team: their names, what each means, their order. All of it is saved at once, because stories may have to
 * move; what is wrong is said before.
 */
export function StepsEditor({
  team,
  backlog,
}: {
  readonly team: Team
  readonly backlog: Backlog | undefined
}) {
  const t = useTranslations('settings.steps')
  const client = useWorkspaceClient()
  const [kept, keep] = useKeptDraft(`steps:${client.workspaceId}:${team.id}`, isKept)
  const [added, setAdded] = useState<string | null>(null)
  const draft = kept?.draft ?? draftOf(team.steps)
  const edit = (next: StepsDraft) =>
    keep(differs(next, team.steps) ? { draft: next, from: kept?.from ?? idsOf(team) } : null)
  const stays = staying(draft)
  const nameOf = (id: string) => draft.find((step) => step.id === id)?.name || t('theNew')
  const reorder = useReorder(
    stays.map(({ id }) => id),
    nameOf,
    (id, after) => edit(placeStep(draft, id, after)),
  )
  const command = stepsCommand(team.id, draft)
  const problem =
    kept === null
      ? null
      : kept.from !== idsOf(team)
        ? t('changedMeanwhile')
        : whyNot(client, command)
  const countIn = countsOf(backlog)
  const add = () => {
    const id = newId()
    setAdded(id)
    edit(addStep(draft, id))
  }
  const save = () => {
    const outcome = runAction(setSteps, { client, team, draft })
    if (outcome.ok) keep(null)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!event.altKey || !event.shiftKey) return
    const id = (event.target as Element).closest<HTMLElement>('[data-row]')?.dataset.row
    if (id && reorder.step(id, event.key)) event.preventDefault()
  }
  return (
    <>
      {/* Keys of what is in it: the rows move by Alt+Shift and an arrow, whatever of them has the focus. */}
      <ul
        ref={reorder.list}
        aria-label={t('of', { team: team.name })}
        onKeyDown={onKeyDown}
        className="divide-y rounded-card border bg-surface"
      >
        {draft.map((step) =>
          step.heir === null ? (
            <StepRow
              key={step.id}
              step={step}
              before={team.steps.find(({ id }) => id === step.id) ?? null}
              count={countIn(step.id)}
              reorder={reorder}
              focused={step.id === added}
              onChange={(change) => edit(changeStep(draft, step.id, change))}
              onRemove={
                stays.length > 1
                  ? () =>
                      edit(
                        removeStep(
                          draft,
                          step.id,
                          team.steps.some(({ id }) => id === step.id),
                        ),
                      )
                  : null
              }
            />
          ) : (
            <RemovedStep
              key={step.id}
              step={step}
              count={countIn(step.id)}
              heirs={stays}
              onChoose={(heir) => edit(changeStep(draft, step.id, { heir }))}
              onKeep={() => edit(keepStep(draft, step.id))}
            />
          ),
        )}
      </ul>
      <output className="sr-only">{reorder.said}</output>
      <Button
        look="quiet"
        size="small"
        className="mt-2"
        icon={<Plus aria-hidden size={14} />}
        disabled={stays.length >= STEPS_MAX}
        onClick={add}
      >
        {stays.length >= STEPS_MAX ? t('most', { count: STEPS_MAX }) : t('add')}
      </Button>
      {kept === null ? null : (
        <SaveBar
          problem={problem}
          save={t('save')}
          onSave={save}
          onReset={() => {
            setAdded(null)
            keep(null)
          }}
        >
          {inWords(t, draft, countIn)}
        </SaveBar>
      )}
    </>
  )
}

/** What this device keeps: the draft, and the steps it was made from. */
interface Kept {
  readonly draft: StepsDraft
  readonly from: string
}

function isKept(kept: unknown): kept is Kept {
  const { draft, from } = (kept ?? {}) as Partial<Kept>
  return (
    typeof from === 'string' &&
    Array.isArray(draft) &&
    draft.every(
      (step: Partial<StepsDraft[number]>) =>
        typeof step.id === 'string' &&
        typeof step.name === 'string' &&
        STEP_CATEGORIES.some((category) => category === step.category) &&
        (step.heir === null || typeof step.heir === 'string'),
    )
  )
}

function idsOf({ steps }: Team): string {
  return JSON.stringify(steps)
}

function inWords(
  t: TextsIn<'settings.steps'>,
  draft: StepsDraft,
  countIn: (step: string) => number | null,
): string {
  const moving = draft.reduce(
    (sum, { id, heir }) => sum + (heir === null ? 0 : (countIn(id) ?? 0)),
    0,
  )
  const count = staying(draft).length
  return moving === 0 ? t('unsaved', { count }) : t('unsavedMoving', { count, moving })
}
