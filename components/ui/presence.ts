const COLOURS = 12

/** Gives the CSS colour of a person (index into the presence palette; any integer is taken round). White text fits on it. */
export function presenceColour(index: number): string {
  return `var(--color-presence-${((Math.trunc(index) % COLOURS) + COLOURS) % COLOURS})`
}
