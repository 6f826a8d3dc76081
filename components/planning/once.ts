import type { MouseEvent } from 'react'

/**
 * Gives what a button does that settles the current story: the second press of a double click would be about the story that
 * comes next.
 */
export function once(press: () => void): (event: MouseEvent) => void {
  return ({ detail }) => {
    if (detail < 2) press()
  }
}
