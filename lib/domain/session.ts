/**
 * Live sessions: refinement meetings and planning. The door to `sessions/`: what a session is, what it is doing at a
 * moment, how it is folded from the log, and how what is asked of it is judged.
 */
export { applySession } from './sessions/apply.ts'
export { currentStory, leftOf, type SessionState, spentOn, stateAt } from './sessions/clock.ts'
export { decideWithSessions } from './sessions/decide.ts'
export type { Session } from './sessions/session.ts'
