import { useInsertionEffect, useLayoutEffect, useRef, useState } from 'react'
import { usePresence, useWorkspaceClient } from '#components/session/hooks.ts'
import { type ReadyArea, readyArea, workplaceOf, worldOf } from '#components/actions/index.ts'
import { changeBoard, navigate } from '#components/shell/location.ts'
import { formatPlace } from '#components/shell/routes.ts'
import { named } from '#components/language/names.ts'
import { whoCanFix } from '#lib/domain/checklist.ts'
import type { Story } from '#lib/domain/story.ts'
import type { Board } from './board.ts'
import { type BoardState, type BoardStore, createBoardState, heldIn } from './boardState.ts'
import { shownWith } from './held.ts'
import { lensOf, through } from './lens.ts'
import { headingNow, listed, sections } from './list/shown.ts'
import { rested, unfolded } from './quiet.ts'
import type { ShownColumns } from './shownColumns.ts'
import type { Lists } from '#components/cards/walk.ts'
import { peopleByStory } from '#components/cards/whoIsHere.ts'

/** Makes what the board's actions act with, for as long as the board is mounted. `wide`: there is room for a peek. */
export function useBoardModel(wide: boolean): Board {
  const client = useWorkspaceClient()
  const room = useRef(wide)
  useInsertionEffect(() => {
    room.current = wide
  })
  const [state] = useState(() => createBoardState(Date.now()))
  const [said] = useState(() => createSpeaker(state))
  const [board] = useState<Board>(() => {
    const shown = (): Lists => board.lists()
    const area = () => readyArea(client)
    return {
      ...workplaceOf(client),
      workspaceId: client.workspaceId,
      client,
      judge: (command) => client.judge(command),
      sendAll: (commands) => client.sendAll(commands),
      state,
      area,
      columns: () => {
        const now = state.get()
        return now.list ? sections(now, area()) : columnsOn(now, area())
      },
      lists: () => {
        const now = state.get()
        return now.list ? [{ stories: listed(now, area()) }] : columnsOn(now, area())
      },
      groupOf: (story) => headingNow(state.get(), area(), story),
      peek: (story) => {
        if (story && !room.current) return navigate({ page: 'story', key: addressOf(story) })
        const replace = state.get().peeked !== null
        if (!story) state.set({ grab: true })
        changeBoard({ peek: story && addressOf(story) }, { replace })
      },
      openPage: (story) => navigate({ page: 'story', key: addressOf(story) }),
      pick: (pick, stories) =>
        state.set({ hand: { kind: 'picking', pick, stories: stories.map(({ id }) => id) } }),
      hrefOf: (story) => {
        const route = { page: 'story', key: addressOf(story) } as const
        return new URL(formatPlace({ workspace: client.workspaceId, route }), location.origin).href
      },
      // Stories of different stages can be selected together: each is judged by itself.
      whoCanFix: (lacking) => {
        const world = worldOf(area())
        const able = lacking.flatMap(({ story, checks }) =>
          checks.flatMap((check) => whoCanFix(world, story, check)),
        )
        return named([...new Map(able.map((member) => [member.id, member])).values()], client.me.id)
      },
      beside: () => idsOf(shown().flatMap(({ stories }) => stories)),
      line: (story) =>
        idsOf(shown().find(({ stories }) => stories.some(({ id }) => id === story))?.stories ?? []),
      announce: said,
    }
  })
  return board
}

/** Keeps the facts that single cards follow up to date: what waits for the server, who is where, what time it is. */
export function useCardFacts(state: BoardStore, area: ReadyArea): void {
  const presence = usePresence()
  useLayoutEffect(() => state.set({ pending: area.pending }), [state, area.pending])
  useLayoutEffect(() => {
    state.set({ people: peopleByStory(presence, state.get().people) })
  }, [state, presence])
  useLayoutEffect(() => {
    const tick = () => state.set({ now: Date.now() })
    const timer = setInterval(tick, 10 * 60 * 1000)
    return () => clearInterval(timer)
  }, [state])
}

function columnsOn(now: BoardState, { columns }: ReadyArea): ShownColumns {
  const lens = lensOf(now)
  return now.stages.map((stage) => {
    const stories = rested(through(columns[stage], lens), lens)
    const isOpen = now.quietOpen.includes(stage)
    return { stage, stories: shownWith(stage, unfolded(stories, isOpen), heldIn(now.hand)) }
  })
}

function idsOf(stories: readonly { readonly id: string }[]): readonly string[] {
  return stories.map(({ id }) => id)
}

/** A story is addressed by its key; by its id until it has one. */
export function addressOf(story: Story): string {
  return story.key ?? story.id
}

/** Sentences for the polite region. The same one twice has to differ, or it is not read again. */
function createSpeaker(state: BoardStore): (sentence: string) => void {
  return (sentence) => {
    const same = state.get().said === sentence
    state.set({ said: same ? `${sentence}\u00a0` : sentence })
  }
}
