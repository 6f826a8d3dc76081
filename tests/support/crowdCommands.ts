import type { AreaView } from '#lib/client/client.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import type { Role } from '#lib/domain/roles.ts'
import type { Story } from '#lib/domain/story.ts'
import { DEFAULT_STEPS } from '#lib/domain/team.ts'
import type { Random } from './random.ts'

/** A team that everybody sees, and one that only Ana, who owns the workspace, and Kim may know of. */
export const OPEN = 'open'
/** With a hyphen, which no id has that is made by chance: it is found in a frame only where it is told. */
export const SECRET = 'hush-hush'

/** What the workspace of a crowd begins with, as Ana decides it. */
export const BEGINNING: readonly NewCommand[] = [
  { type: 'createTeam', team: OPEN, name: 'Open' },
  { type: 'createTeam', team: SECRET, name: 'Hush', isPrivate: true },
  { type: 'setTeamMember', team: OPEN, member: 'bo', role: 'member' },
  { type: 'setTeamMember', team: OPEN, member: 'kim', role: 'backlog-owner' },
  { type: 'setTeamMember', team: SECRET, member: 'kim', role: 'member' },
  { type: 'captureStory', story: 'c1', title: 'Confided' },
  { type: 'captureStory', story: 'c2', title: 'Nearly confided' },
  ...['s0', 's1', 's3', 'c1', 'c2'].flatMap((story): NewCommand[] => [
    { type: 'startRefining', story },
    { type: 'markReady', story, confirmed: true },
  ]),
  { type: 'assignToTeam', story: 's1', team: OPEN },
  { type: 'assignToTeam', story: 'c1', team: SECRET },
]

const ROLES: readonly (readonly Role[])[] = [
  ['member'],
  ['member'],
  ['product-manager'],
  ['contributor'],
  ['viewer'],
]

/**
 * Gives something that somebody might ask of what they see. `fresh` is an id nobody has used. The stories in `public`
 * never go to the secret team: somebody outside of it is in their text.
 */
export function anyCommand(
  random: Random,
  view: Extract<AreaView, { phase: 'ready' }>,
  fresh: string,
  publicStories: readonly string[],
): NewCommand {
  const ids = [...view.stories.keys(), 's0']
  const story = random.pick(ids)
  const place = { after: random.chance(0.3) ? null : random.pick(ids) }
  const reason = 'Not this year'
  const themes = [...view.settings.themes.keys(), fresh]
  const oneOf = (stories: readonly Story[]) =>
    stories.length > 0 ? random.pick(stories).id : story
  const ready = oneOf(view.columns.ready)
  const onBacklog = oneOf([...view.backlogs.values()].flatMap((backlog) => backlog.stories))
  const teamFor = (id: string) => (publicStories.includes(id) || random.chance(0.3) ? OPEN : SECRET)
  return random.pick<NewCommand>([
    { type: 'captureStory', story: fresh, title: `Captured ${fresh}` },
    { type: 'renameStory', story, title: `Renamed ${fresh}` },
    { type: 'startRefining', story, place },
    { type: 'startRefining', story },
    { type: 'returnToIdea', story },
    { type: 'markReady', story, place, confirmed: true },
    { type: 'markReady', story, confirmed: true },
    { type: 'assignToTeam', story: ready, team: teamFor(ready) },
    { type: 'assignToTeam', story: ready, team: teamFor(ready), place },
    { type: 'reassignStory', story: onBacklog, team: teamFor(onBacklog) },
    { type: 'moveToStep', story: onBacklog, step: random.pick(DEFAULT_STEPS).id },
    { type: 'sizeStory', story: onBacklog, size: random.pick(['1', '3', '5', null]) },
    { type: 'rankStory', story: onBacklog, place },
    { type: 'bounceStory', story: onBacklog, reason },
    { type: 'dismissStory', story, reason },
    { type: 'reopenStory', story },
    { type: 'rankStory', story, place },
    { type: 'createTheme', theme: fresh, name: `Theme ${fresh}` },
    { type: 'setTheme', story, theme: random.pick(themes) },
    { type: 'upvoteStory', story },
    { type: 'changeRoles', member: random.pick(['bo', 'kim']), roles: random.pick(ROLES) },
    {
      type: 'setTeamMember',
      team: SECRET,
      member: 'kim',
      role: random.chance(0.3) ? null : 'member',
    },
  ])
}

/** True for a command that has an event whenever it is accepted: the others may change nothing by then. */
export function alwaysHappens({ type }: NewCommand): boolean {
  return ALWAYS.has(type)
}

const ALWAYS: ReadonlySet<string> = new Set<NewCommand['type']>([
  'captureStory',
  'startRefining',
  'returnToIdea',
  'markReady',
  'assignToTeam',
  'reassignStory',
  'moveToStep',
  'bounceStory',
  'dismissStory',
  'reopenStory',
  'createTheme',
])
