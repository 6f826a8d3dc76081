/** What other features show of history. Its code is fetched when it is shown. */
export { LazyStoryHistory as StoryHistory } from './LazyStoryHistory.tsx'
export { LazyReadContent as ReadContent } from './LazyReadContent.tsx'
