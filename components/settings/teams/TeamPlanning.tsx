'use client'

import { useId } from 'react'
import { runAction } from '#components/actions/index.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { Field } from '#components/ui/Field.tsx'
import { Input } from '#components/ui/Input.tsx'
import { Segmented } from '#components/ui/Segmented.tsx'
import { Select } from '#components/ui/Select.tsx'
import { useToday } from '#components/ui/useToday.ts'
import { ITERATION_DAYS, type Iterations, type Team } from '#lib/domain/team.ts'
import { changeTeam } from './teamActions.ts'
import { iterationAt, SCALE_NAMES, sizesOf } from './teamWords.ts'

const SCALES = ['points', 'shirts'] as const
const LENGTHS = [
  { value: '0', label: 'No iterations' },
  ...ITERATION_DAYS.map((days) => ({
    value: String(days),
    label: days === 7 ? 'Every week' : `Every ${days / 7} weeks`,
  })),
]

/** In which sizes a team estimates, and whether it plans in iterations. */
export function TeamPlanning({ team, locked }: { readonly team: Team; readonly locked: boolean }) {
  const client = useWorkspaceClient()
  const scaleId = useId()
  const { iterations } = team
  const today = useToday()
  const plan = (next: Iterations | null) =>
    runAction(changeTeam, {
      client,
      team,
      change: { iterations: next },
      said:
        next === null
          ? `${team.name} plans without iterations`
          : `${team.name} plans in iterations of ${next.days} days`,
    })
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col items-start gap-1.5">
        <span className="text-label font-medium text-muted">Sizes</span>
        <Segmented
          label="Sizes"
          value={team.scale}
          disabled={locked}
          segments={SCALES.map((scale) => ({ value: scale, label: SCALE_NAMES[scale] }))}
          onChange={(scale) =>
            runAction(changeTeam, {
              client,
              team,
              change: { scale },
              said: `${team.name} sizes in ${SCALE_NAMES[scale].toLowerCase()}`,
            })
          }
        />
        <p id={scaleId} className="text-label text-subtle">
          {sizesOf(team.scale)}. A story keeps the size it has until it is sized anew.
        </p>
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field
          label="Iterations"
          hint={
            iterations
              ? `The one that runs now: ${iterationAt(iterations, today)}.`
              : 'Stories are scheduled to a day.'
          }
        >
          <Select
            value={iterations ? String(iterations.days) : '0'}
            options={LENGTHS}
            disabled={locked}
            onChange={(days) =>
              plan(
                days === '0'
                  ? null
                  : { startsOn: iterations?.startsOn ?? today, days: Number(days) },
              )
            }
          />
        </Field>
        {iterations ? (
          <Field
            label="First day of an iteration"
            hint="The others follow before and after it without a gap."
          >
            <Input
              type="date"
              value={iterations.startsOn}
              disabled={locked}
              onChange={({ target }) => {
                // A date field is empty while a day is typed into it.
                if (target.value !== '') plan({ ...iterations, startsOn: target.value })
              }}
            />
          </Field>
        ) : null}
      </div>
    </div>
  )
}
