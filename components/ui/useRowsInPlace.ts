import { type FocusEvent, useState } from 'react'

interface Row {
  readonly id: string
}

/**
 * Gives rows in the order they had when they began to be held, new ones last. A row that is written in stays where it is, also
 * when another one renames it: a field that moves with its row is taken from an input method (UX7), and out of sight.
 */
export function useRowsInPlace<Kind extends Row>(
  rows: readonly Kind[],
  held: boolean,
): readonly Kind[] {
  const [order, setOrder] = useState<readonly string[]>([])
  if (held) return inOrder(rows, order)
  if (rows.length !== order.length || rows.some(({ id }, index) => id !== order[index])) {
    setOrder(rows.map(({ id }) => id))
  }
  return rows
}

/** Gives rows in an order that was; those it does not know come last, in their own. */
export function inOrder<Kind extends Row>(
  rows: readonly Kind[],
  order: readonly string[],
): readonly Kind[] {
  const places = new Map(order.map((id, index) => [id, index]))
  const placeOf = ({ id }: Row) => places.get(id) ?? order.length
  return [...rows].sort((a, b) => placeOf(a) - placeOf(b))
}

/** Tells whether the focus is in a list, with what its element has to listen for. */
export function useFocusWithin() {
  const [isWithin, setWithin] = useState(false)
  return {
    isWithin,
    handlers: {
      onFocus: () => setWithin(true),
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
        if (!currentTarget.contains(relatedTarget)) setWithin(false)
      },
    },
  }
}
