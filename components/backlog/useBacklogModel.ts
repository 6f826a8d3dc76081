import { useInsertionEffect, useRef, useState } from 'react'
import { readyArea, workplaceOf } from '#components/actions/index.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { navigate } from '#components/shell/location.ts'
import { formatPlace } from '#components/shell/routes.ts'
import type { BacklogRoute } from '#components/shell/backlogRoute.ts'
import { must } from '#lib/domain/must.ts'
import type { Story, TeamStory } from '#lib/domain/story.ts'
import type { Backlog } from './backlog.ts'
import { type BacklogStore, createBacklogState } from './backlogState.ts'
import { dateOf } from '#components/ui/dates.ts'
import { type BacklogFilter, NO_FILTER } from './filter.ts'
import { shownWith } from './held.ts'
import { listWith, sideOf } from './walkActions.ts'
import { doneShown, partsShown, showsOf, type View } from './shown.ts'

/** What the address says, and whether there is room for a peek and for columns side by side. */
export interface Look {
  readonly route: BacklogRoute
  readonly wide: boolean
  /** The step whose tab is open; null where all are on the screen. */
  readonly step: string | null
}

/** Makes what the backlog's actions act with, for as long as the page of this team is mounted. */
export function useBacklogModel(look: Look): Backlog {
  const client = useWorkspaceClient()
  const latest = useRef(look)
  useInsertionEffect(() => {
    latest.current = look
  })
  const [state] = useState(() => createBacklogState(Date.now()))
  const [backlog] = useState<Backlog>(() => {
    const here = (): Backlog => backlog
    const announce = speaker(state)
    const area = () => readyArea(client)
    const team = () => {
      const { route } = latest.current
      return must(area().settings.teams.get(route.team), 'the team of a backlog that is shown')
    }
    const stories = (): readonly TeamStory[] => area().backlogs.get(team().id)?.stories ?? []
    const view = () => {
      const { settings, members } = area()
      const facts = { themes: settings.themes, members }
      return viewOf(latest.current, state, client.me.id, facts)
    }
    return {
      ...workplaceOf(client),
      client,
      judge: (command) => client.judge(command),
      state,
      area,
      team,
      today: () => dateOf(state.get().now),
      layout: () => layoutOf(latest.current.route),
      group: () => latest.current.route.group ?? null,
      parts: () => {
        const { hand } = state.get()
        const held = hand.kind === 'moving' ? hand.held : null
        return shownWith(partsShown(stories(), team(), view()), held)
      },
      done: () => (state.get().doneOpen ? doneShown(stories(), team(), view()) : []),
      tray: () => (state.get().trayOpen ? area().columns.ready.filter(showsOf(view())) : []),
      peek: (story) => {
        const { route, wide } = latest.current
        if (story && !wide) return navigate({ page: 'story', key: addressOf(story) })
        const replace = state.get().peeked !== null
        if (!story) state.set({ grab: true })
        navigate({ ...route, peek: story && addressOf(story) }, { replace })
      },
      isPeeking: () => Boolean(latest.current.route.peek),
      openPage: (story) => navigate({ page: 'story', key: addressOf(story) }),
      show: (change) => navigate({ ...latest.current.route, ...change }, { replace: true }),
      pick: (pick, stories) => {
        if (pick === 'stage') return
        const ids = stories.map(({ id }) => id)
        state.set({ hand: { kind: 'choosing', choice: pick, stories: ids } })
      },
      hrefOf: (story) => {
        const route = { page: 'story', key: addressOf(story) } as const
        return new URL(formatPlace({ workspace: client.workspaceId, route }), location.origin).href
      },
      beside: (story) => sideOf(here(), story),
      line: (story) => listWith(here(), story),
      announce,
    }
  })
  return backlog
}

/** Gives how the person looks at the backlog now. */
function viewOf(
  { route, step }: Look,
  state: BacklogStore,
  me: string,
  facts: View['facts'],
): View {
  const { doneOpen, olderShown, folded, people, now } = state.get()
  return {
    layout: layoutOf(route),
    filter: filterOf(route),
    step,
    doneOpen,
    olderShown,
    group: route.group ?? null,
    folded,
    facts,
    me,
    here: people,
    now,
    today: dateOf(now),
  }
}

export function layoutOf({ view }: Pick<BacklogRoute, 'view'>): 'stacked' | 'columns' {
  return view === 'board' ? 'columns' : 'stacked'
}

export function filterOf({
  theme = null,
  who = null,
}: Pick<BacklogRoute, 'theme' | 'who'>): BacklogFilter {
  return theme === null && who === null ? NO_FILTER : { theme, who }
}

/** A story is addressed by its key; by its id until it has one. */
export function addressOf(story: Story): string {
  return story.key ?? story.id
}

/** Sentences for the polite region. The same one twice has to differ, or it is not read again. */
function speaker(state: BacklogStore): (sentence: string) => void {
  return (sentence) => {
    const same = state.get().said === sentence
    state.set({ said: same ? `${sentence}\u00a0` : sentence })
  }
}
