'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { dragRows } from './dragRows.ts'
import { reordered, stepBy } from './reorderPlace.ts'

export interface Reorder {
  /** For the element that holds the rows; each row has `data-row` with its id. */
  readonly list: RefObject<HTMLUListElement | null>
  /** What was moved last, for whoever cannot see it: put it into a live region. */
  readonly said: string
  /** Moves a row by `ArrowUp`, `ArrowDown`, `Home` or `End`; true when the key was one of these. */
  readonly step: (id: string, key: string) => boolean
}

/**
 * Lets rows be put into another order, by their handles (`ReorderHandle`) and by keys. `ids` is the order now; `onMove` is
 * told what goes behind what (null: to the top).
 */
export function useReorder(
  ids: readonly string[],
  nameOf: (id: string) => string,
  onMove: (id: string, after: string | null) => void,
): Reorder {
  const list = useRef<HTMLUListElement>(null)
  const [said, setSaid] = useState('')
  const move = (id: string, after: string | null) => {
    const order = reordered(ids, id, after)
    if (order.join('\n') === ids.join('\n')) return
    onMove(id, after)
    const position = order.indexOf(id) + 1
    setSaid(textsOf('ui')('reordered', { name: nameOf(id), position, count: ids.length }))
  }
  const latest = useRef(move)
  useEffect(() => {
    latest.current = move
  })
  useEffect(
    () => (list.current ? dragRows(list.current, (...drop) => latest.current(...drop)) : undefined),
    [],
  )
  const step = (id: string, key: string) => {
    const to = stepBy(key, ids, id)
    if (to) move(id, to.after)
    return KEYS.includes(key)
  }
  return { list, said, step }
}

const KEYS = ['ArrowUp', 'ArrowDown', 'Home', 'End']
