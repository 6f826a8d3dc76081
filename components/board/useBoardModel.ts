import { useInsertionEffect, useLayoutEffect, useRef, useState } from 'react'
import { usePresence, useWorkspaceClient } from '#components/session/hooks.ts'
import { type ReadyArea, readyArea } from '#components/actions/index.ts'
import { changeBoard, navigate } from '#components/shell/location.ts'
import type { Story } from '#lib/domain/story.ts'
import type { Board } from './board.ts'
import { type BoardStore, createBoardState, heldIn } from './boardState.ts'
import { shownWith } from './held.ts'
import { through } from './lens.ts'
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
    const area = () => readyArea(client)
    return {
      workspaceId: client.workspaceId,
      client,
      send: (command) => client.send(command),
      sendAll: (commands) => client.sendAll(commands),
      state,
      area,
      columns: () => {
        const { columns, settings } = area()
        const { stages, hand, filter, grouping } = state.get()
        const lens = { filter, grouping, themes: settings.themes }
        return stages.map((stage) => ({
          stage,
          stories: shownWith(stage, through(columns[stage], lens), heldIn(hand)),
        }))
      },
      peek: (story) => {
        if (story && !room.current) return navigate({ page: 'story', key: addressOf(story) })
        const replace = state.get().peeked !== null
        if (!story) state.set({ grab: true })
        changeBoard({ peek: story && addressOf(story) }, { replace })
      },
      openPage: (story) => navigate({ page: 'story', key: addressOf(story) }),
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
