/**
 * What of the client needs Yjs and the socket's protocol. A board is painted from the local store without it: it is
 * fetched apart (`Environment.loadYjs`).
 */
export { DocumentProvider } from './documentProvider.ts'
export { newPlace } from './place.ts'
export { StoryProse } from './storyProse.ts'
export { WorkspaceSocket } from './workspaceSocket.ts'
