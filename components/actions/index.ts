/** What features use of the registry of actions. */
export {
  type Action,
  availability,
  type Availability,
  defineAction,
  done,
  type Outcome,
} from './action.ts'
export { awaitField, awaitLines, awaitNothing, giveAwaited, isAwaited } from './awaitedField.ts'
export type { Ahead } from './typeAhead.ts'
export { loadTakingBack, runAction, tell, withTakingBack } from './runAction.ts'
export { sendTogether } from './sendTogether.ts'
export { sendAllUndoably, sendUndoably, type Workplace } from './sendUndoably.ts'
export { titleOf } from './titles.ts'
export { useActions } from './useActions.ts'
export { useWhyNot } from './useWhyNot.ts'
export { type ReadyArea, readyArea, workplaceOf, worldOf } from './workplace.ts'
