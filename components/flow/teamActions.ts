import {
  type Action,
  defineAction,
  type Outcome,
  readyArea,
  sendUndoably,
  workplaceOf,
} from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { storyName } from '#components/language/names.ts'
import { navigate } from '#components/shell/location.ts'
import { isAreaStory, type Story } from '#lib/domain/story.ts'
import { allowed, type AskingTarget, type StoryTarget } from './target.ts'

export interface AssignTarget extends AskingTarget {
  /** Absent: it asks which. */
  readonly team?: string
}

/** ST3: a ready story goes to a team. */
export const assignStory = defineAssigning({
  id: 'story.assign',
  command: 'assignToTeam',
  keys: ['A'],
  fits: (story) => story.stage === 'ready',
  why: 'onlyReady',
})

/** ST4: a story on one team's backlog goes to another's. */
export const reassignStory = defineAssigning({
  id: 'story.reassign',
  command: 'reassignStory',
  keys: ['A'],
  fits: (story) => !isAreaStory(story),
  why: null,
})

function defineAssigning({
  command,
  fits,
  why,
  ...frame
}: Pick<Action, 'id' | 'keys'> & {
  readonly command: 'assignToTeam' | 'reassignStory'
  readonly fits: (story: Story) => boolean
  /** Why it does not fit, in the texts `flow.why`; null: it is then not offered. */
  readonly why: 'onlyReady' | null
}): Action<AssignTarget> {
  return defineAction<AssignTarget>({
    ...frame,
    group: 'Story',
    when: ({ client, story }) => {
      if (!fits(story)) return why !== null && textsOf('flow.why')(why)
      const teams = [...readyArea(client).settings.teams.values()].filter(
        ({ id, archivedAt }) => archivedAt === null && id !== story.team,
      )
      if (teams.length === 0) return textsOf('flow.why')('noOtherTeam')
      const answers = teams.map(({ id }) =>
        allowed(client, { type: command, story: story.id, team: id }),
      )
      return answers.includes(true) || (answers[0] ?? false)
    },
    run: ({ client, story, team, ask }): Outcome | void => {
      if (team === undefined) return ask({ kind: 'team', command })
      const name = readyArea(client).settings.teams.get(team)?.name ?? textsOf('flow')('theTeam')
      const outcome = sendUndoably(
        workplaceOf(client),
        { type: command, story: story.id, team },
        textsOf('flow.said')('assigned', { name: storyName(story), team: name }),
      )
      if (!outcome.ok) return outcome
      const link = {
        label: textsOf('flow.said')('openBacklog'),
        go: () => navigate({ page: 'backlog', team }),
      }
      return { ...outcome, link }
    },
  })
}

/** ST6. */
export const moveToStep = defineAction<StoryTarget & { readonly step: string }>({
  id: 'story.moveToStep',
  group: 'Story',
  keysOnly: true,
  when: ({ client, story, step }) =>
    story.step === step || allowed(client, { type: 'moveToStep', story: story.id, step }),
  run: ({ client, story, step }): Outcome | void => {
    if (story.stage !== null || story.step === step) return
    const team = readyArea(client).settings.teams.get(story.team)
    const name = team?.steps.find(({ id }) => id === step)?.name ?? textsOf('flow')('anotherStep')
    return sendUndoably(
      workplaceOf(client),
      { type: 'moveToStep', story: story.id, step },
      textsOf('flow.said')('moved', { name: storyName(story), home: name }),
    )
  },
})

/** ST5; null takes the size away. */
export const sizeStory = defineAction<StoryTarget & { readonly size: string | null }>({
  id: 'story.size',
  group: 'Story',
  keysOnly: true,
  when: ({ client, story, size }) => allowed(client, { type: 'sizeStory', story: story.id, size }),
  run: ({ client, story, size }): Outcome | void => {
    if (size === story.size) return
    return sendUndoably(
      workplaceOf(client),
      { type: 'sizeStory', story: story.id, size },
      size === null
        ? textsOf('flow.said')('unsized', { name: storyName(story) })
        : textsOf('flow.said')('sized', { name: storyName(story), size }),
    )
  },
})

/** ST5; `YYYY-MM-DD`, null takes it away. */
export const scheduleStory = defineAction<StoryTarget & { readonly schedule: string | null }>({
  id: 'story.schedule',
  group: 'Story',
  keysOnly: true,
  when: ({ client, story, schedule }) =>
    allowed(client, { type: 'scheduleStory', story: story.id, schedule }),
  run: ({ client, story, schedule }): Outcome | void => {
    if (schedule === story.schedule) return
    return sendUndoably(
      workplaceOf(client),
      { type: 'scheduleStory', story: story.id, schedule },
      textsOf('flow.said')(schedule === null ? 'unscheduled' : 'scheduled', {
        name: storyName(story),
      }),
    )
  },
})

/** RD6. What somebody has seen cannot be unseen: there is nothing to undo. */
export const acknowledgeChange = defineAction<StoryTarget>({
  id: 'story.acknowledgeChange',
  group: 'Story',
  keysOnly: true,
  when: ({ client, story }) => allowed(client, { type: 'acknowledgeChange', story: story.id }),
  run: ({ client, story }): Outcome =>
    sendUndoably(
      workplaceOf(client),
      { type: 'acknowledgeChange', story: story.id },
      textsOf('flow.said')('seen', { name: storyName(story) }),
    ),
})
