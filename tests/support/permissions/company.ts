import type { Role } from '#lib/domain/roles.ts'
import { ROLES } from '#lib/domain/roles.ts'
import type { WorkspaceState } from '#lib/domain/state.ts'
import type { Story } from '#lib/domain/story.ts'
import type { Team, TeamMember } from '#lib/domain/team.ts'
import { bo, Flow, kim, pia } from '../domain.ts'
import { IT } from './deeds.ts'
import { holdSessions, sessionsWith } from './sessionDeeds.ts'
import { type Circumstances, type Person, type Place, PLACES } from './table.ts'

/** Whoever tries. */
export const ME = 'me'

/** Every combination that matters. A person outside the workspace is in no team. */
export function everyPerson(): Person[] {
  const roles: readonly (Role | 'none')[] = [...ROLES, 'none']
  return roles.flatMap((role) =>
    (['none', 'member', 'backlog-owner', 'owner of another'] as const)
      .filter((team) => role !== 'none' || team === 'none')
      .flatMap((team) => [true, false].map((own): Person => ({ role, team, own }))),
  )
}

/** Every combination; with a product manager among the people one is in force. */
export function everyCircumstance(person: Person): Circumstances[] {
  return PLACES.flatMap((place) =>
    [true, false].flatMap((pm) =>
      [true, false].map((inForce): Circumstances => ({ pm, bo: inForce, place })),
    ),
  ).filter(({ pm }) => pm || person.role !== 'product-manager')
}

const bases = new Map<Place, Flow>()

/** The workspace of a cell: one story where the cell has it, and `me` as that person. */
export function workspaceOf(
  person: Person,
  { pm, bo: inForce, place }: Circumstances,
): WorkspaceState {
  const base = baseOf(place)
  const story = base.story(IT)
  const home = story.team ?? 'web'
  const members = new Map(base.members)
  if (pm) members.set(pia.id, pia)
  if (person.role !== 'none') members.set(ME, { id: ME, name: 'Me', roles: [person.role] })
  const teams = [...base.settings.teams].map(([id, team]) => [id, staffed(team)] as const)
  return {
    keyPrefix: base.keyPrefix,
    nextNumber: base.nextNumber,
    talks: talksOf(base, person),
    sessions: sessionsWith(ME, base),
    ballots: base.ballots,
    stories: new Map<string, Story>(base.stories).set(IT, {
      ...story,
      capturedBy: person.own ? ME : 'ana',
    }),
    settings: { ...base.settings, teams: new Map(teams) },
    members,
  }

  function staffed(team: Team): Team {
    const mine: TeamMember[] =
      team.id === home && (person.team === 'member' || person.team === 'backlog-owner')
        ? [{ user: ME, role: person.team }]
        : team.id === 'other' && person.team === 'owner of another'
          ? [{ user: ME, role: 'backlog-owner' }]
          : []
    return { ...team, backlogManagement: inForce, members: [...team.members, ...mine] }
  }
}

/** The threads of the story; `me` began one of them, and suggested something in it. */
function talksOf(base: Flow, person: Person): WorkspaceState['talks'] {
  const talk = new Map(base.talks.get(IT))
  const thread = base.thread(IT, 'talk')
  const [comment, ...answers] = thread.comments
  if (person.role !== 'none' && comment) {
    talk.set('mine', {
      ...thread,
      id: 'mine',
      comments: [{ ...comment, id: 'mine', by: ME }, ...answers],
    })
  }
  return new Map([[IT, talk]])
}

function baseOf(place: Place): Flow {
  const known = bases.get(place)
  if (known) return known
  const flow = new Flow().join(kim, bo)
  for (const team of ['web', 'other', 'dark', 'empty']) {
    flow.found(team, { bo: 'backlog-owner' }, { isPrivate: team === 'dark' })
  }
  flow.must({ type: 'createTheme', theme: 'theme', name: 'Trust' })
  flow.must({ type: 'createTheme', theme: 'second', name: 'Speed' })
  flow.must({ type: 'createPersona', persona: 'persona', name: 'Buyer' })
  flow.must({ type: 'saveView', view: 'shared', name: 'All', isShared: true })
  for (const template of ['template', 'first'])
    flow.must({ type: 'defineTemplate', template, name: template, content: '## Customer value' })
  putAt(flow, 'before', place)
  putAt(flow, IT, place)
  holdSessions(flow)
  bases.set(place, flow)
  return flow
}

/** Puts a story to a place by legal moves, as the owner. One side has acknowledged it. */
function putAt(flow: Flow, story: string, place: Place): void {
  const team = place.includes('private') ? 'dark' : 'web'
  if (place === 'trash') flow.put(story)
  else if (place.includes('team')) flow.putOnTeam(story, team)
  else flow.put(story, place as 'idea' | 'refinement' | 'ready' | 'wont-do')
  flow.must({ type: 'acknowledgeStory', story, side: 'design' })
  flow.must({
    type: 'startThread',
    story,
    thread: 'talk',
    comment: 'said',
    text: 'Why so?',
    anchor: { kind: 'text', start: 'AAA=', end: 'AAE=', quote: 'this' },
    suggestion: { from: 'this', to: 'that' },
  })
  if (place.startsWith('trash')) flow.must({ type: 'trashStory', story })
}
