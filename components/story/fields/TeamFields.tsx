'use client'

import { whyNotIn } from '#components/language/refusalText.ts'
import { runAction } from '#components/actions/index.ts'
import { forecastInWords, forecastsOf } from '#components/cards/pace/forecasts.ts'
import type { StoryTarget } from '#components/flow/target.ts'
import { scheduleStory, sizeStory } from '#components/flow/teamActions.ts'
import { textsOf } from '#components/language/loaded.ts'
import { useBacklog } from '#components/session/hooks.ts'
import { Input } from '#components/ui/Input.tsx'
import { day } from '#components/ui/dates.ts'
import { Menu, MenuChoices } from '#components/ui/Menu.tsx'
import { useNow } from '#components/ui/useNow.ts'
import { iterationsFrom } from '#lib/domain/iterations.ts'
import type { TeamStory } from '#lib/domain/story.ts'
import { SCALES, type Team } from '#lib/domain/team.ts'
import { dateInWords, today } from '../when.ts'
import { FieldButton } from './FieldButton.tsx'
import { FieldLine } from './FieldLine.tsx'

type TeamTarget = StoryTarget & { readonly story: TeamStory }

/** Stands for "none" among the choices of a menu. */
const NONE = ''

/** What a story has only on a team's backlog (ST5): size, schedule, when it was completed. */
export function TeamFields({ target, team }: { readonly target: TeamTarget; readonly team: Team }) {
  const t = textsOf('story')
  const { completedAt } = target.story
  return (
    <>
      <SizeField target={target} team={team} />
      <ScheduleField target={target} team={team} />
      <ForecastField story={target.story} team={team} />
      {completedAt === null ? null : (
        <FieldLine label={t('fields.completed')}>
          <span className="px-1.5 pt-1 text-interface">{day(completedAt)}</span>
        </FieldLine>
      )}
    </>
  )
}

/** When it is likely to be done (FC2); nothing where nobody can say. */
function ForecastField({ story, team }: { readonly story: TeamStory; readonly team: Team }) {
  const backlog = useBacklog(team.id)
  const now = useNow()
  const forecast = backlog && forecastsOf(team, backlog, now).dates.get(story.id)
  if (!forecast?.p50 || !forecast.p85) return null
  return (
    <FieldLine label={textsOf('pace.forecast')('title')}>
      <span className="px-1.5 pt-1 text-interface">
        {forecastInWords(forecast.p50, forecast.p85, today(now))}
      </span>
    </FieldLine>
  )
}

function SizeField({ target, team }: { readonly target: TeamTarget; readonly team: Team }) {
  const t = textsOf('story')
  const { client, story } = target
  const locked = whyNotIn(client.judge({ type: 'sizeStory', story: story.id, size: null }))
  const button = (
    <FieldButton
      locked={locked}
      isEmpty={story.size === null}
      aria-label={t('fields.sizeIs', { size: story.size ?? t('fields.noneF') })}
    >
      {story.size ?? t('fields.notSized')}
    </FieldButton>
  )
  const scale: readonly string[] = SCALES[team.scale]
  return (
    <FieldLine label={t('fields.size')}>
      {locked === null ? (
        <Menu trigger={button}>
          <MenuChoices
            heading={t('fields.sizeFor', { team: team.name })}
            value={story.size ?? NONE}
            choices={[
              ...scale.map((size) => ({ value: size, label: size })),
              { value: NONE, label: t('fields.notSized') },
            ]}
            onChoose={(size) =>
              runAction(sizeStory, { client, story, size: size === NONE ? null : size })
            }
          />
        </Menu>
      ) : (
        button
      )}
    </FieldLine>
  )
}

function ScheduleField({ target, team }: { readonly target: TeamTarget; readonly team: Team }) {
  const t = textsOf('story')
  const { client, story } = target
  const locked = whyNotIn(client.judge({ type: 'scheduleStory', story: story.id, schedule: null }))
  const give = (schedule: string | null) => runAction(scheduleStory, { client, story, schedule })
  if (!team.iterations && locked === null) {
    return (
      <FieldLine label={t('fields.due')}>
        <Input
          type="date"
          aria-label={t('fields.due')}
          value={story.schedule ?? ''}
          onChange={(event) => give(event.target.value || null)}
          className="h-7! w-36! text-label!"
        />
      </FieldLine>
    )
  }
  const button = (
    <FieldButton
      locked={locked}
      isEmpty={story.schedule === null}
      aria-label={t('fields.plannedFor', {
        when: story.schedule === null ? t('fields.noIteration') : dateInWords(story.schedule),
      })}
    >
      {story.schedule === null ? t('fields.notPlanned') : dateInWords(story.schedule)}
    </FieldButton>
  )
  return (
    <FieldLine label={team.iterations ? t('fields.iteration') : t('fields.due')}>
      {team.iterations && locked === null ? (
        <Menu trigger={button}>
          <MenuChoices
            heading={t('fields.iteration')}
            value={story.schedule ?? NONE}
            choices={[
              ...iterationsFrom(team.iterations, today(), 6).map(({ startsOn, endsOn }, index) => ({
                value: startsOn,
                label: t('fields.span', {
                  from: dateInWords(startsOn),
                  until: dateInWords(endsOn),
                  now: index === 0 ? 'yes' : 'no',
                }),
              })),
              { value: NONE, label: t('fields.notPlanned') },
            ]}
            onChoose={(schedule) => give(schedule === NONE ? null : schedule)}
          />
        </Menu>
      ) : (
        button
      )}
    </FieldLine>
  )
}
