import { useInsertionEffect, useLayoutEffect, useRef, useState } from 'react'
import { usePresence, useWorkspaceClient } from '#components/session/hooks.ts'
import { navigate } from '#components/shell/location.ts'
import type { AreaView } from '#lib/client/client.ts'
import { must } from '#lib/domain/must.ts'
import type { Stage } from '#lib/domain/stage.ts'
import type { Story } from '#lib/domain/story.ts'
import type { Board } from './board.ts'
import { type BoardStore, createBoardState, heldIn } from './boardState.ts'
import { shownWith } from './held.ts'
import { peopleByStory } from './whoIsHere.ts'

export type ReadyArea = Extract<AreaView, { phase: 'ready' }>

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
    const area = () => {
      const view = client.area.get()
      return must(view.phase === 'ready' ? view : null, 'the stories of a board that is shown')
    }
    return {
      workspaceId: client.workspaceId,
      send: (command) => client.send(command),
      sendAll: (commands) => client.sendAll(commands),
      state,
      area,
      columns: () => {
        const { columns } = area()
        const { stages, hand } = state.get()
        return stages.map((stage) => ({
          stage,
          stories: shownWith(stage, columns[stage], heldIn(hand)),
        }))
      },
      peek: (story) => {
        if (story && !room.current) return navigate({ page: 'story', key: addressOf(story) })
        const replace = state.get().peeked !== null
        if (!story) state.set({ grab: true })
        navigate({ page: 'refine', peek: story && addressOf(story) }, { replace })
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

/** Gives the columns to show: as they are, but unchanged while a pointer is down on a card (UX14). */
export function useStillWhile(
  pressed: boolean,
  columns: ReadyArea['columns'],
): Readonly<Record<Stage, readonly Story[]>> {
  const [shown, setShown] = useState(columns)
  if (!pressed && shown !== columns) setShown(columns)
  return pressed ? shown : columns
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
