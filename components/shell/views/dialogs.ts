import { Value } from '#lib/client/readable.ts'
import type { View } from '#lib/domain/view.ts'

/** Whether the menu of views is open. */
export const menuOpen = new Value(false)

/** What is being named: a new view of what is looked at, or one that has a name. Null: nothing. */
export const naming = new Value<'new' | View | null>(null)
