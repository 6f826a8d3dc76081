'use client'

import { type ReactNode, Suspense, useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import type { ReadyArea } from '#components/actions/index.ts'
import { FillNext, useFilling } from '#components/cards/pace/FillNext.tsx'
import { Flip, type LetGo } from '#components/cards/Flip.tsx'
import { useStore } from '#components/cards/store.ts'
import { useStill } from '#components/cards/useStill.ts'
import { useWide } from '#components/cards/useWide.ts'
import { Texts } from '#components/language/Texts.tsx'
import { useArea } from '#components/session/hooks.ts'
import type { BacklogRoute } from '#components/shell/backlogRoute.ts'
import type { Backlog as TeamBacklog } from '#lib/client/client.ts'
import type { Team } from '#lib/domain/team.ts'
import { AskPopover } from './AskPopover.tsx'
import { BacklogContext } from './backlog.ts'
import { BacklogBar } from './BacklogBar.tsx'
import { BacklogPeek, NoStory } from './BacklogPeek.tsx'
import { BacklogSkeleton } from './BacklogSkeleton.tsx'
import { ChoiceMenu } from './ChoiceMenu.tsx'
import { DescribePopover } from './DescribePopover.tsx'
import { ArchivedBacklog, NoBacklog } from './NoBacklog.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { Spoken } from './Spoken.tsx'
import { Stories } from './Stories.tsx'
import { type TeamFacts, TeamFactsContext } from './teamFacts.ts'
import { Tray } from './Tray.tsx'
import { AREAS } from './texts.ts'
import { useBacklogDrag } from './useBacklogDrag.ts'
import { useBacklogFacts } from './useBacklogFacts.ts'
import { useBacklogFocus } from './useBacklogFocus.ts'
import { useBacklogKeys } from './useBacklogKeys.ts'
import { useBacklogModel } from './useBacklogModel.ts'
import { usePeeked } from './usePeeked.ts'
import { useShown } from './useShown.ts'

export interface BacklogProps {
  readonly route: BacklogRoute
  /** Gives a story for the peek, so that this folder knows nothing of the editor. */
  readonly renderStory: (storyId: string) => ReactNode
}

/** One team's committed work: a tray of ready stories, and the backlog as a list or as a board of its steps. */
export function Backlog(props: BacklogProps) {
  return (
    <Suspense fallback={<BacklogSkeleton />}>
      <Texts areas={AREAS}>
        <Shown {...props} />
      </Texts>
    </Suspense>
  )
}

function Shown({ route, renderStory }: BacklogProps) {
  const t = useTranslations('backlog')
  const area = useArea()
  if (area.phase === 'loading') return <BacklogSkeleton said={t('loading')} />
  const team = area.settings.teams.get(route.team)
  if (!team) return <NoBacklog />
  if (team.archivedAt !== null) return <ArchivedBacklog teamName={team.name} />
  const backlog = area.backlogs.get(team.id)
  if (!backlog?.isLoaded) return <BacklogSkeleton said={t('loading')} />
  return (
    <LoadedBacklog
      key={team.id}
      route={route}
      renderStory={renderStory}
      area={area}
      team={team}
      content={backlog}
    />
  )
}

function LoadedBacklog({
  route,
  renderStory,
  area,
  team,
  content,
}: BacklogProps & {
  readonly area: ReadyArea
  readonly team: Team
  readonly content: TeamBacklog
}) {
  const wide = useWide()
  const step = wide || route.view !== 'board' ? null : openStep(team, route.step)
  const look = { route, wide, step }
  const backlog = useBacklogModel(look)
  const { state } = backlog
  const pressed = useStore(state, (now) => now.pressed)
  const trayOpen = useStore(state, (now) => now.trayOpen)
  const stories = useStill(pressed, content.stories)
  const ready = useStill(pressed, area.columns.ready)
  const shown = useShown(backlog, stories, ready, team, content, look)
  const peeked = usePeeked(backlog, area, route, wide)
  const root = useRef<HTMLDivElement>(null)
  const letGo = useRef<LetGo | null>(null)
  const { rows, parts, tray } = shown
  const stamp = useMemo(() => ({ rows, parts, tray, trayOpen }), [rows, parts, tray, trayOpen])
  // Every move changes the team's flow; a row is concerned by the medians only.
  const medians = JSON.stringify(content.flow?.medianDays ?? {})
  const facts = useMemo(
    () => ({
      team,
      steps: new Map(team.steps.map((one) => [one.id, one])),
      medianDays: JSON.parse(medians) as TeamFacts['medianDays'],
      themes: area.settings.themes,
      today: shown.today,
    }),
    [team, medians, area.settings.themes, shown.today],
  )

  useBacklogFacts(backlog, area, team, content)
  useBacklogFocus(backlog, area, stamp)
  const filling = useFilling(team)
  useBacklogKeys(backlog)
  useBacklogDrag(backlog, root, rows, letGo)

  return (
    <BacklogContext value={backlog}>
      <TeamFactsContext value={facts}>
        <BacklogBar look={look} content={content} fill={filling.target} />
        <div className="flex h-full min-h-0 min-w-0">
          <div
            ref={root}
            className="@container/backlog relative flex h-full min-h-0 min-w-0 flex-1 flex-col"
          >
            <Tray stories={tray} teamName={team.name} />
            <Stories look={look} shown={shown} isEmpty={content.stories.length === 0} />
            <SelectionBar />
          </div>
          {peeked === null ? null : (
            <div className="h-full w-md shrink-0 border-s bg-surface max-lg:w-96">
              {peeked === 'absent' ? (
                <NoStory />
              ) : (
                <BacklogPeek story={peeked}>{renderStory(peeked.id)}</BacklogPeek>
              )}
            </div>
          )}
        </div>
        <ChoiceMenu stories={area.stories} />
        <AskPopover stories={area.stories} />
        <DescribePopover stories={area.stories} />
        <FillNext filling={filling} />
        <Spoken />
        <Flip board={root} stamp={stamp} dropped={letGo} />
      </TeamFactsContext>
    </BacklogContext>
  )
}

/** The tab that is open where there is room for one step only: the one of the address, else the first. */
function openStep({ steps }: Team, asked: string | null | undefined): string | null {
  return (steps.find(({ id }) => id === asked) ?? steps[0])?.id ?? null
}
