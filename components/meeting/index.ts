/** Refinement meetings: their list, and the room of each. */
export { MeetingPages } from './MeetingPages.tsx'
