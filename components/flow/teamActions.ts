import {
  type Action,
  defineAction,
  type Outcome,
  readyArea,
  sendUndoably,
  workplaceOf,
} from '#components/actions/index.ts'
import { navigate } from '#components/shell/location.ts'
import { isAreaStory, shortName, type Story } from '#lib/domain/story.ts'
import { allowed, type AskingTarget, type StoryTarget } from './target.ts'

export interface AssignTarget extends AskingTarget {
  /** Absent: it asks which. */
  readonly team?: string
}

/** ST3: a ready story goes to a team. */
export const assignStory = defineAssigning({
  id: 'story.assign',
  command: 'assignToTeam',
  title: 'Assign to team…',
  keys: ['A'],
  words: 'backlog give push',
  fits: (story) => story.stage === 'ready',
  why: 'Only a story that is ready can be assigned to a team.',
})

/** ST4: a story on one team's backlog goes to another's. */
export const reassignStory = defineAssigning({
  id: 'story.reassign',
  command: 'reassignStory',
  title: 'Give to another team…',
  keys: ['A'],
  words: 'reassign backlog',
  fits: (story) => !isAreaStory(story),
  why: '',
})

function defineAssigning({
  command,
  fits,
  why,
  ...frame
}: Pick<Action, 'id' | 'title' | 'keys' | 'words'> & {
  readonly command: 'assignToTeam' | 'reassignStory'
  readonly fits: (story: Story) => boolean
  /** Why it does not fit; '': it is then not offered. */
  readonly why: string
}): Action<AssignTarget> {
  return defineAction<AssignTarget>({
    ...frame,
    group: 'Story',
    when: ({ client, story }) => {
      if (!fits(story)) return why || false
      const teams = [...readyArea(client).settings.teams.values()].filter(
        ({ id, archivedAt }) => archivedAt === null && id !== story.team,
      )
      if (teams.length === 0)
        return 'There is no other team yet. Settings, Teams is where one is made.'
      const answers = teams.map(({ id }) =>
        allowed(client, { type: command, story: story.id, team: id }),
      )
      return answers.includes(true) || (answers[0] ?? false)
    },
    run: ({ client, story, team, ask }): Outcome | void => {
      if (team === undefined) return ask({ kind: 'team', command })
      const name = readyArea(client).settings.teams.get(team)?.name ?? 'the team'
      const outcome = sendUndoably(
        workplaceOf(client),
        { type: command, story: story.id, team },
        `${shortName(story)} assigned to ${name}`,
      )
      if (!outcome.ok) return outcome
      const link = { label: 'Open the backlog', go: () => navigate({ page: 'backlog', team }) }
      return { ...outcome, link }
    },
  })
}

/** ST6. */
export const moveToStep = defineAction<StoryTarget & { readonly step: string }>({
  id: 'story.moveToStep',
  title: 'Move to a step',
  group: 'Story',
  keysOnly: true,
  when: ({ client, story, step }) =>
    story.step === step || allowed(client, { type: 'moveToStep', story: story.id, step }),
  run: ({ client, story, step }): Outcome | void => {
    if (story.stage !== null || story.step === step) return
    const team = readyArea(client).settings.teams.get(story.team)
    const name = team?.steps.find(({ id }) => id === step)?.name ?? 'another step'
    return sendUndoably(
      workplaceOf(client),
      { type: 'moveToStep', story: story.id, step },
      `${shortName(story)} moved to ${name}`,
    )
  },
})

/** ST5; null takes the size away. */
export const sizeStory = defineAction<StoryTarget & { readonly size: string | null }>({
  id: 'story.size',
  title: 'Size',
  group: 'Story',
  keysOnly: true,
  when: ({ client, story, size }) => allowed(client, { type: 'sizeStory', story: story.id, size }),
  run: ({ client, story, size }): Outcome | void => {
    if (size === story.size) return
    return sendUndoably(
      workplaceOf(client),
      { type: 'sizeStory', story: story.id, size },
      `${shortName(story)} ${size === null ? 'has no size now' : `sized ${size}`}`,
    )
  },
})

/** ST5; `YYYY-MM-DD`, null takes it away. */
export const scheduleStory = defineAction<StoryTarget & { readonly schedule: string | null }>({
  id: 'story.schedule',
  title: 'Schedule',
  group: 'Story',
  keysOnly: true,
  when: ({ client, story, schedule }) =>
    allowed(client, { type: 'scheduleStory', story: story.id, schedule }),
  run: ({ client, story, schedule }): Outcome | void => {
    if (schedule === story.schedule) return
    return sendUndoably(
      workplaceOf(client),
      { type: 'scheduleStory', story: story.id, schedule },
      `${shortName(story)} ${schedule === null ? 'is no longer scheduled' : 'scheduled'}`,
    )
  },
})

/** RD6. What somebody has seen cannot be unseen: there is nothing to undo. */
export const acknowledgeChange = defineAction<StoryTarget>({
  id: 'story.acknowledgeChange',
  title: 'I have seen the changed criteria',
  group: 'Story',
  keysOnly: true,
  when: ({ client, story }) => allowed(client, { type: 'acknowledgeChange', story: story.id }),
  run: ({ client, story }): Outcome =>
    sendUndoably(
      workplaceOf(client),
      { type: 'acknowledgeChange', story: story.id },
      `Noted: the change of ${shortName(story)} has been seen`,
    ),
})
