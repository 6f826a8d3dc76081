import type { Found, SearchFilter, StoryLine } from '../../search/storyIndex.ts'

/** What a page tells its search worker. */
export type ToWorker =
  /** The first message: where this device keeps what is written. */
  | { readonly kind: 'begin'; readonly database: string }
  /** What cards say now, and which stories are not to be found any more. */
  | {
      readonly kind: 'stories'
      readonly set: readonly StoryLine[]
      readonly gone: readonly string[]
    }
  /** Something may have been written since: look at the disk again. */
  | { readonly kind: 'look' }
  | {
      readonly kind: 'find'
      readonly ask: number
      readonly question: string
      readonly filter: SearchFilter
      readonly most: number
    }

/** What a search worker tells its page. */
export type FromWorker =
  | { readonly kind: 'found'; readonly ask: number; readonly found: Found }
  /** The words of more stories can be found: of so many by now. `isReading`: there are more to come. */
  | { readonly kind: 'read'; readonly stories: number; readonly isReading: boolean }
