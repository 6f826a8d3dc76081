import type { ToWorker } from './messages.ts'
import { createSearcher } from './searcher.ts'

const take = createSearcher(indexedDB, (message) => postMessage(message))
addEventListener('message', ({ data }: MessageEvent<ToWorker>) => take(data))
