/** What other features show of discussions. The code of it is fetched when it is shown. */
export { type AtHand, deskOf, type Desk, type Replace, type Replaced } from './desk.ts'
export { OpenThreads } from './OpenThreads.tsx'
export { partsOf } from './parts.ts'
export { useFresh } from './useFresh.ts'
export {
  LazyBesideText as BesideText,
  LazyDiscussion as Discussion,
  loadBesideText,
} from './LazyDiscussion.tsx'
