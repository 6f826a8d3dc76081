'use client'

import { useId } from 'react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { Field } from '#components/ui/Field.tsx'
import { Input } from '#components/ui/Input.tsx'
import { Segmented } from '#components/ui/Segmented.tsx'
import { Select } from '#components/ui/Select.tsx'
import { useToday } from '#components/ui/useToday.ts'
import { ITERATION_DAYS, type Iterations, type Team } from '#lib/domain/team.ts'
import { changeTeam } from './teamActions.ts'
import { iterationAt, sizesOf } from './teamWords.ts'

const SCALES = ['points', 'shirts'] as const

/** In which sizes a team estimates, and whether it plans in iterations. */
export function TeamPlanning({ team, locked }: { readonly team: Team; readonly locked: boolean }) {
  const t = useTranslations('settings')
  const client = useWorkspaceClient()
  const scaleId = useId()
  const { iterations } = team
  const today = useToday()
  const lengths = [
    { value: '0', label: t('teams.noIterations') },
    ...ITERATION_DAYS.map((days) => ({
      value: String(days),
      label: t('teams.weeks', { count: days / 7 }),
    })),
  ]
  const plan = (next: Iterations | null) =>
    runAction(changeTeam, {
      client,
      team,
      change: { iterations: next },
      said:
        next === null
          ? t('teamSaid.withoutIterations', { team: team.name })
          : t('teamSaid.iterations', { team: team.name, days: next.days }),
    })
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col items-start gap-1.5">
        <span className="text-label font-medium text-muted">{t('teams.sizes')}</span>
        <Segmented
          label={t('teams.sizes')}
          value={team.scale}
          disabled={locked}
          segments={SCALES.map((scale) => ({ value: scale, label: t(`teams.${scale}`) }))}
          onChange={(scale) =>
            runAction(changeTeam, {
              client,
              team,
              change: { scale },
              said: t(`teamSaid.${scale}`, { team: team.name }),
            })
          }
        />
        <p id={scaleId} className="text-label text-subtle">
          {t('teams.sizesKept', { sizes: sizesOf(team.scale) })}
        </p>
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field
          label={t('teams.iterations')}
          hint={
            iterations
              ? t('teams.iterationNow', {
                  iteration: iterationAt(t, iterations, today),
                })
              : t('teams.toADay')
          }
        >
          <Select
            value={iterations ? String(iterations.days) : '0'}
            options={lengths}
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
          <Field label={t('teams.firstDay')} hint={t('teams.firstDayHint')}>
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
