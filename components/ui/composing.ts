import type { KeyboardEvent as ReactKeyboardEvent } from 'react'

/**
 * True for a key that belongs to an input method. Safari tells of the Enter that ends a composition only once it has ended:
 * that it is 229 is all that sets it apart from a person's own.
 */
export function isComposing(event: KeyboardEvent | ReactKeyboardEvent): boolean {
  const key = 'nativeEvent' in event ? event.nativeEvent : event
  return key.isComposing || key.keyCode === 229
}
