import { describe, expect, it } from 'vitest'
import { availability, defineAction, done, type Outcome } from '#components/actions/action.ts'
import { runAction } from '#components/actions/runAction.ts'
import { redoLast, undoLast, wasTakenBack } from '#components/actions/takingBack.ts'
import { createUndoStack, UNDO_DEPTH } from '#components/actions/undo.ts'
import { attachToasts } from '#components/ui/toasts.ts'

const entry = (said: string) => ({ said, undo: () => {} })

describe('undo', () => {
  it('[UX9] takes back the newest first', () => {
    const stack = createUndoStack()
    stack.push(entry('first'))
    stack.push(entry('second'))
    expect(stack.pop()?.said).toBe('second')
    expect(stack.pop()?.said).toBe('first')
    expect(stack.pop()).toBeNull()
  })

  it('[UX9] is 50 deep; the oldest is forgotten', () => {
    const stack = createUndoStack()
    for (let index = 0; index <= UNDO_DEPTH; index += 1) stack.push(entry(String(index)))
    expect(UNDO_DEPTH).toBe(50)
    expect(stack.size).toBe(50)
    const said = Array.from({ length: 50 }, () => stack.pop()?.said)
    expect(said.at(-1)).toBe('1')
  })

  it("[UX9] a toast's Undo takes back its own action, once", () => {
    const stack = createUndoStack()
    const first = entry('first')
    stack.push(first)
    stack.push(entry('second'))
    expect(stack.take(first)).toBe(true)
    expect(stack.take(first)).toBe(false)
    expect(stack.size).toBe(1)
  })

  it('[UX9] what nothing takes back stops undo once, and says so: nothing older is taken back instead', () => {
    const told: string[] = []
    const detach = attachToasts(({ title, detail = '' }) => told.push(`${title} ${detail}`))
    let isMoved = true
    const move = defineAction({
      id: 'move',
      group: 'Story',
      run: () => done('Moved', () => void (isMoved = false)),
    })
    const keep = defineAction({
      id: 'keep',
      group: 'Story',
      run: () => ({ ok: true, said: 'Version kept', quiet: true, isFinal: true }),
    })
    runAction(move, undefined)
    runAction(keep, undefined)
    undoLast()
    expect(told.at(-1)).toBe(
      'This cannot be taken back: Version kept. Undo once more takes back what you did before it.',
    )
    expect(isMoved).toBe(true)
    undoLast()
    expect(told.at(-1)).toContain('Undone: Moved')
    expect(isMoved).toBe(false)
    detach()
  })

  it('[UX9] what was taken back in another way is not offered any more', () => {
    const told: string[] = []
    const detach = attachToasts(({ id, title, action }) =>
      told.push(`${id} ${title} ${action?.label}`),
    )
    const undo = () => ({ ok: true }) as const
    const accept = defineAction({
      id: 'accept',
      group: 'Story',
      run: () => done('Accepted', undo),
    })
    runAction(accept, undefined)
    wasTakenBack(undo)
    wasTakenBack(undo)
    expect(told).toEqual(['latest Accepted Undo', 'latest Undone: Accepted undefined'])
    undoLast()
    expect(told.at(-1)).toContain('Nothing to undo')
    detach()
  })

  it('[UX9] what was taken back is done again, newest last, until something else is done', () => {
    const told: string[] = []
    const detach = attachToasts(({ title, action }) =>
      told.push(action ? `${title} (${action.label})` : title),
    )
    const places: string[] = []
    const put = (place: string): Outcome => {
      places.push(place)
      return done(`Put ${place}`, () => {
        places.pop()
        return { ok: true, undo: () => put(place) }
      })
    }
    const move = defineAction<string>({ id: 'put', group: 'Story', run: put })
    runAction(move, 'here')
    runAction(move, 'there')
    undoLast()
    undoLast()
    expect(places).toEqual([])
    redoLast()
    redoLast()
    expect(places).toEqual(['here', 'there'])
    expect(told.slice(-2)).toEqual(['Redone: Put here (Undo)', 'Redone: Put there (Undo)'])
    undoLast()
    expect(told.at(-1)).toBe('Undone: Put there')
    runAction(move, 'elsewhere')
    redoLast()
    expect(places).toEqual(['here', 'elsewhere'])
    expect(told.at(-1)).toBe('Nothing to redo. Something else was done since.')
    detach()
  })
})

describe('actions', () => {
  it('[UX4] say whether they can run: yes, no with a reason, or not here at all', () => {
    const ready = defineAction<{ stage: string }>({
      id: 'story.ready',
      group: 'Story',
      when: ({ stage }) => (stage === 'idea' ? 'Refine it first.' : stage === 'refinement'),
      run: () => {},
    })
    expect(availability(ready, { stage: 'refinement' })).toEqual({ kind: 'available' })
    expect(availability(ready, { stage: 'idea' })).toEqual({
      kind: 'explained',
      reason: 'Refine it first.',
    })
    expect(availability(ready, { stage: 'ready' })).toEqual({ kind: 'hidden' })
  })

  it('[UX9] an outcome carries what was said and how to take it back', () => {
    const undo = () => {}
    expect(done('Moved', undo)).toEqual({ ok: true, said: 'Moved', undo })
    expect(done('Copied')).toEqual({ ok: true, said: 'Copied' })
  })
})
