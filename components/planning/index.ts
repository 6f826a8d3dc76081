/** Planning: a team's sessions, and the room of each. */
export { PlanningPages } from './PlanningPages.tsx'
