'use client'

import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { type Choice, MenuChoices, MenuItem, MenuLine } from '#components/ui/Menu.tsx'
import { addDays, iterationOn, iterationsFrom } from '#lib/domain/iterations.ts'
import type { Team } from '#lib/domain/team.ts'
import { nameOf } from '#components/cards/nameOf.ts'
import type { ChoicesProps } from './ChoiceMenu.tsx'
import { nextMonday, shortDate, span } from '#components/cards/days.ts'
import { scheduleStories } from './planActions.ts'

const NONE = 'none'
const ITERATIONS_OFFERED = 6

/** When stories are planned for: an iteration, or a day where the team has none. */
export function ScheduleChoices({ target, choose }: ChoicesProps) {
  const t = useTranslations('backlog')
  const { backlog, stories } = target
  const today = backlog.today()
  const team = backlog.team()
  const schedules = new Set(stories.map(({ schedule }) => schedule))
  const [schedule] = schedules
  const value = schedules.size === 1 ? (schedule ?? NONE) : ''
  const offered = offers(team, today)
  const kept = value === '' || value === NONE || offered.some((offer) => offer.value === value)
  const choices = kept ? offered : [...offered, { value, label: named(team, value, today) }]
  const give = (next: string | null) =>
    void runAction(scheduleStories, { ...target, schedule: next })
  return (
    <>
      <MenuChoices
        heading={t('scheduleHeading', { stories: nameOf(stories) })}
        value={value}
        choices={[...choices, { value: NONE, label: t('notScheduled') }]}
        onChoose={(next) => choose(() => give(next === NONE ? null : next))()}
      />
      {team.iterations ? null : (
        <>
          <MenuLine />
          <MenuItem
            onSelect={choose(() =>
              backlog.state.set({
                hand: { kind: 'choosing', choice: 'day', stories: stories.map(({ id }) => id) },
              }),
            )}
          >
            {t('anotherDay')}
          </MenuItem>
        </>
      )}
    </>
  )
}

function offers({ iterations }: Team, today: string): readonly Choice<string>[] {
  if (iterations) {
    return iterationsFrom(iterations, today, ITERATIONS_OFFERED).map((iteration, index) => ({
      value: iteration.startsOn,
      label: line(iterationName(index), span(iteration, today)),
    }))
  }
  const monday = nextMonday(today)
  return [
    { value: today, label: line(textsOf('backlog')('today'), shortDate(today, today)) },
    {
      value: addDays(today, 1),
      label: line(textsOf('backlog')('tomorrow'), shortDate(addDays(today, 1), today)),
    },
    { value: monday, label: line(textsOf('backlog')('monday'), shortDate(monday, today)) },
    {
      value: addDays(monday, 7),
      label: line(textsOf('backlog')('mondayAfter'), shortDate(addDays(monday, 7), today)),
    },
  ].filter(({ value }, index, all) => all.findIndex((other) => other.value === value) === index)
}

function iterationName(index: number): string {
  if (index > 1) return ''
  return textsOf('backlog')(index === 0 ? 'thisIteration' : 'nextIteration')
}

function named({ iterations }: Team, schedule: string, today: string): string {
  return iterations ? span(iterationOn(iterations, schedule), today) : shortDate(schedule, today)
}

function line(words: string, date: string) {
  return words === '' ? (
    date
  ) : (
    <span className="flex items-baseline gap-2">
      {words}
      <span className="text-label text-subtle">{date}</span>
    </span>
  )
}
