/** Refinement meetings: their list, and the room of each. */
export { MeetingPage } from './MeetingPage.tsx'
export { Meetings } from './Meetings.tsx'
