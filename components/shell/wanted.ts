import { useSyncExternalStore } from 'react'
import type { Check } from '#lib/domain/policy.ts'

/** Where in a story somebody wants to go: the view of that story takes them there once it is on the screen (RD4). */
interface Wanted {
  readonly story: string
  readonly check: Check
}

let wanted: Wanted | null = null
const listeners = new Set<() => void>()

/** Asks to be taken to what one check of a story is about. Whoever asks also opens the story. */
export function wantCheck(story: string, check: Check): void {
  tell({ story, check })
}

/** Gives what is wanted of a story; null when nothing is. Call `arrived` when it has been shown. */
export function useWantedCheck(story: string): Check | null {
  return useSyncExternalStore(
    subscribe,
    () => (wanted?.story === story ? wanted.check : null),
    () => null,
  )
}

/** Nobody needs to be taken there any more. */
export function arrived(): void {
  if (wanted) tell(null)
}

function tell(next: Wanted | null): void {
  wanted = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
